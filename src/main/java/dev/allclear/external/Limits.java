package dev.allclear.external;

import java.time.Duration;

/**
 * How much is asked of other sites.
 *
 * @param answer how long one answer may take
 * @param host how long all the questions to one host may take together
 * @param atOnce how many hosts are asked at once
 * @param atOnceOfAHost how many questions one host is asked at once
 * @param redirects how many redirects are followed
 * @param patience how long to wait at most when a host asks to be asked again later
 */
public record Limits(Duration answer, Duration host, int atOnce, int atOnceOfAHost, int redirects, Duration patience) {

    /** What a site may be expected to bear. */
    public static final Limits USUAL =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(120), 16, 2, 10, Duration.ofSeconds(20));
}
