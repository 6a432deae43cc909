package dev.allclear.render;

import dev.allclear.markdown.Ground;
import dev.allclear.markdown.Transplant;
import dev.allclear.model.Account;
import dev.allclear.model.Aim;
import dev.allclear.model.Asset;
import dev.allclear.model.Document;
import dev.allclear.model.Part;
import dev.allclear.model.Playbook;
import dev.allclear.model.SiteMap;
import dev.allclear.model.Step;
import dev.allclear.output.SitePath;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The emergency edition as a place: the number that each playbook has in it, the one id of each thing, and where a link
 * leads when there is no other file.
 */
final class Book extends Links {

    /** The largest picture that is put in, in bytes. */
    static final int LARGEST_PICTURE = 4 * 1024 * 1024;

    /** How much all pictures together may weigh, in bytes. */
    static final int LARGEST_PICTURES = 48 * 1024 * 1024;

    private static final Map<String, String> TYPES = Map.of(
            "svg", "image/svg+xml",
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "gif", "image/gif",
            "webp", "image/webp",
            "avif", "image/avif",
            "bmp", "image/bmp");

    /** A playbook in the book: its number, and the ids that stand in its text. */
    private record Place(int number, Set<String> ids) {}

    private final Atlas atlas;
    private final Pictures pictures;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, Asset> assets = new HashMap<>();
    private final Map<String, String> anchors = new HashMap<>();
    private final Set<String> claimed = new HashSet<>();
    private int room = LARGEST_PICTURES;

    Book(Atlas atlas, Pictures pictures) {
        super(SiteMap.EMERGENCY);
        this.atlas = atlas;
        this.pictures = pictures;
        for (Playbook playbook : atlas.library().playbooks()) {
            places.put(playbook.document().page(), new Place(places.size() + 1, ids(playbook)));
        }
        atlas.library().assets().forEach(a -> assets.put(a.target(), a));
        anchors.put(SiteMap.PEOPLE, "people");
        anchors.put(SiteMap.SYSTEMS, "systems");
        anchors.put(SiteMap.PLAYBOOKS, "contents");
        anchors.put(SiteMap.EMERGENCY, "cover");
        for (String id : atlas.library().people().keySet()) {
            anchors.put(SiteMap.PEOPLE + "#person." + id, unique("person." + id));
        }
        for (String id : atlas.library().groups().keySet()) {
            anchors.put(SiteMap.PEOPLE + "#group." + id, unique("group." + id));
        }
        for (String id : atlas.library().systems().keySet()) {
            anchors.put(atlas.systemPage(id), unique("system." + id));
        }
        for (Account account : atlas.open()) {
            anchors.put(
                    account.incident().document().page(),
                    unique("incident." + account.incident().id()));
        }
    }

    private static Set<String> ids(Playbook playbook) {
        Set<String> ids = new HashSet<>();
        for (List<Part> parts :
                List.of(playbook.before().parts(), playbook.after().parts())) {
            for (Part part : parts) {
                ids.add(part.id());
                ids.addAll(Transplant.ids(part.html()));
            }
        }
        for (Step step : playbook.steps()) {
            ids.add(step.id());
            for (String html : List.of(
                    step.titleHtml(),
                    step.html(),
                    step.check().or(""),
                    step.undo().or(""))) {
                ids.addAll(Transplant.ids(html));
            }
        }
        ids.addAll(Transplant.ids(playbook.before().footnotes()));
        ids.addAll(Transplant.ids(playbook.after().footnotes()));
        ids.add(playbook.stepsId());
        ids.remove("");
        return ids;
    }

    /** An id that nothing else has, for HTML allows no spaces in one. */
    private String unique(String wish) {
        String id = wish.replaceAll("\\s", "_");
        while (!claimed.add(id)) {
            id += "_";
        }
        return id;
    }

    int number(Playbook playbook) {
        return place(playbook).number();
    }

    private Place place(Playbook playbook) {
        return Objects.requireNonNull(places.get(playbook.document().page()), playbook.id());
    }

    /** The id of a playbook, a system, an open incident, by its page; of a person or a group with what follows {@code #}. */
    String id(String page) {
        Place place = places.get(page);
        return place == null ? anchors.getOrDefault(page, "") : "p" + place.number();
    }

    /** Where something is in this file, or empty if it is not in it. */
    @Override
    String to(String path, String anchor) {
        Place place = places.get(path);
        if (place != null) {
            String id = "p" + place.number();
            return "#" + SitePath.encode(place.ids().contains(anchor) ? id + "." + anchor : id);
        }
        String id = anchors.getOrDefault(path + "#" + anchor, anchors.getOrDefault(path, ""));
        return id.isEmpty() ? "" : "#" + SitePath.encode(id);
    }

    /** What a link on a playbook's page and what it shows becomes in the book. */
    Ground under(Playbook playbook) {
        return new Sheet(playbook.document(), place(playbook));
    }

    private final class Sheet implements Ground {

        private final Document document;
        private final Place place;

        Sheet(Document document, Place place) {
            this.document = document;
            this.place = place;
        }

        @Override
        public String id(String id) {
            String own = "p" + place.number() + "." + id;
            return claimed.add(own) ? own : "";
        }

        @Override
        public Destination link(String address) {
            if (address.isEmpty() || Aim.isExternal(address)) {
                return new Destination(address, "");
            }
            Aim aim = Aim.of(address, document.page());
            String path = aim.path();
            if (path == null) {
                return new Destination("", "");
            }
            String there = to(path, aim.fragment());
            Place other = places.get(path);
            if (other != null) {
                return new Destination(there, other.number() == place.number() ? "" : "[" + other.number() + "]");
            }
            return new Destination(there, there.isEmpty() ? "(" + path + ")" : "");
        }

        @Override
        public @Nullable String picture(String address) {
            String path = Aim.of(address, document.page()).path();
            Asset asset = path == null ? null : assets.get(path);
            String type = path == null
                    ? null
                    : TYPES.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
            if (asset == null || type == null || asset.size() > LARGEST_PICTURE || asset.size() > room) {
                return null;
            }
            byte[] bytes = pictures.bytes(asset);
            if (bytes == null) {
                return null;
            }
            room -= bytes.length;
            return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
        }

        @Override
        public String missing(String address, String alt) {
            String path = Aim.of(address, document.page()).path();
            return atlas.words().say("emergency.picture", alt.isBlank() ? "–" : alt, path == null ? address : path);
        }
    }
}
