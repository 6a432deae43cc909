package dev.allclear.model;

import dev.allclear.finding.Location;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * {@code site.yaml}.
 *
 * @param title the site's name
 * @param zone the time zone in which local times are read and shown
 * @param url the address where the site is published
 * @param language a BCP 47 tag
 * @param inform the groups that must be told of every change of state
 * @param rules the rules that are set to another severity, by id
 * @param top the first line of the file
 */
public record Site(
        Field<String> title,
        Field<ZoneId> zone,
        Field<String> url,
        Field<String> language,
        Field<List<Word>> inform,
        Map<String, Field<RuleSetting>> rules,
        Location top) {}
