package dev.allclear.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "localhost:8080", "LocalHost:8080", "[::1]:8080"})
    void thisMachineIsMeantByItsOwnNames(String host) {
        assertTrue(Address.isLoopback(host, 8080));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example:8080",
                "127.0.0.1",
                "127.0.0.1:80",
                "localhost.evil.example:8080",
                "evil.example:8080:8080",
                "127.0.0.1.nip.io:8080",
                "0.0.0.0:8080",
                ":8080",
                ""
            })
    void noOtherNameIs(String host) {
        assertFalse(Address.isLoopback(host, 8080));
    }

    @Test
    void aRequestWithoutHostIsRefused() {
        assertFalse(Address.isLoopback(null, 8080));
    }

    @ParameterizedTest
    @CsvSource({
        "/, ''",
        "/index.html, index.html",
        "/incidents/, incidents/",
        "/playbooks/a%20b.html, playbooks/a b.html",
        "/playbooks/%C3%BC.html, playbooks/ü.html",
        "/playbooks/100%25.html, playbooks/100%.html",
        "/a/...html, a/...html"
    })
    void aPathIsDecoded(String raw, String path) {
        assertEquals(Optional.of(path), Address.path(raw));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret",
                "/a/../../secret",
                "/%2e%2e/secret",
                "/%2E./secret",
                "/..%2fsecret",
                "/a%2Fb",
                "/a\\..\\b",
                "/a%5c..%5cb",
                "/a%00.html",
                "/./a",
                "/a//b",
                "/%",
                "/%4",
                "/%zz",
                "/%ff",
                "/%c0%ae%c0%ae/secret",
                "//evil.example/",
                "a"
            })
    void whatCouldLeadOutIsNoPath(String raw) {
        assertEquals(Optional.empty(), Address.path(raw));
    }
}
