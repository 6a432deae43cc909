package dev.allclear.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import freemarker.core.Environment;
import freemarker.template.AttemptExceptionReporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a template is told, and what is told of it. */
class TemplatesTest {

    private static final String PAGE = "page.ftlh";

    private static Templates templates(String text) {
        return new Templates(new Written(Map.of(PAGE, text)));
    }

    /** FreeMarker would log it with its stack. The tests switch its log off, users don't. */
    @Test
    void whatATemplateRecoversFromIsToldToNobody() {
        List<AttemptExceptionReporter> reporters = new ArrayList<>();
        String filled = templates("${it}<#attempt>${nothing}<#recover>none</#attempt>")
                .fill(PAGE, Map.of(), () -> {
                    reporters.add(Environment.getCurrentEnvironment().getAttemptExceptionReporter());
                    return "it: ";
                });
        assertEquals("it: none", filled);
        assertNotEquals(List.of(AttemptExceptionReporter.LOG_ERROR_REPORTER), reporters);
    }

    @Test
    void aFaultOfSyntaxIsTheSameTheSecondTime() {
        Templates templates = templates("line\n<#if it>");
        TemplateFault first = assertThrows(TemplateFault.class, () -> templates.fill(PAGE, Map.of(), () -> ""));
        TemplateFault second = assertThrows(TemplateFault.class, () -> templates.fill(PAGE, Map.of(), () -> ""));
        assertEquals(first.getMessage(), second.getMessage());
        assertEquals(2, second.line());
        assertEquals(first.column(), second.column());
    }

    /** What is too deep in the tool itself is no fault of a theme. */
    @Test
    void onlyATemplateIsBlamedForWhatATemplateDoes() {
        assertThrows(
                StackOverflowError.class,
                () -> templates("${it}").fill(PAGE, Map.of(), () -> {
                    StackOverflowError error = new StackOverflowError();
                    // Only the last calls are kept of so many, and the templates' are not among them.
                    error.setStackTrace(new StackTraceElement[0]);
                    throw error;
                }));
    }
}
