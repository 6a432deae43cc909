package dev.allclear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckoutTest {

    @ParameterizedTest
    @CsvSource({
        "content, content/a/b.md",
        "./content, content/a/b.md",
        "docs/content, docs/content/a/b.md",
        "docs/x/../content, docs/content/a/b.md",
        "docs/deep/content/, docs/deep/content/a/b.md",
        "., a/b.md",
        "../content, content/a/b.md",
        "/srv/docs/content, content/a/b.md",
    })
    void pathsCountFromTheFolderOfTheCommand(String content, String path) {
        Results results = Given.results(content, List.of());
        assertEquals(path, Checkout.of(results).path("content/a/b.md"));
    }
}
