package dev.allclear.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A tab of the browser: what it shows, what it asked for, and what it complained of. */
final class Tab {

    /** Enough for a machine that does other things: what does come is not waited for longer than it takes. */
    private static final int SECONDS = 60;

    private final Chromium browser;
    private final String session;
    /** By their loader: an empty tab's own load may be told of after the first page has been asked for. */
    private final BlockingQueue<String> loads = new LinkedBlockingQueue<>();

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Tab(Chromium browser, String session) throws IOException, InterruptedException {
        this.browser = browser;
        this.session = session;
        browser.listen(this::hear);
        for (String domain : List.of("Page", "Network", "Log", "Runtime")) {
            call(domain + ".enable", new JsonObject());
        }
        JsonObject tell = new JsonObject();
        tell.addProperty("enabled", true);
        call("Page.setLifecycleEventsEnabled", tell);
    }

    private void hear(JsonObject event) {
        if (!event.has("sessionId") || !event.get("sessionId").getAsString().equals(session)) {
            return;
        }
        JsonObject said = event.getAsJsonObject("params");
        switch (event.get("method").getAsString()) {
            case "Page.lifecycleEvent" -> {
                if (said.get("name").getAsString().equals("load")) {
                    loads.add(said.get("loaderId").getAsString());
                }
            }
            case "Network.requestWillBeSent" ->
                heard(said.getAsJsonObject("request").get("url").getAsString());
            case "Log.entryAdded" ->
                complaints.add(said.getAsJsonObject("entry").get("text").getAsString());
            case "Runtime.exceptionThrown" ->
                complaints.add(said.getAsJsonObject("exceptionDetails").toString());
            default -> {}
        }
    }

    /** What a page carries in itself is asked of nobody. */
    private void heard(String url) {
        if (!url.startsWith("data:")) {
            requests.add(url);
        }
    }

    private JsonObject call(String method, JsonObject parameters) throws IOException, InterruptedException {
        return browser.call(session, method, parameters);
    }

    /** Shows a page, once it and everything on it has been loaded. */
    void show(URI page) throws IOException, InterruptedException {
        JsonObject to = new JsonObject();
        to.addProperty("url", page.toString());
        JsonObject answer = call("Page.navigate", to);
        if (!answer.has("loaderId")) {
            throw new IOException(page + " is shown already");
        }
        await(answer.get("loaderId").getAsString()::equals, page + " was not loaded");
    }

    /** Loads the page that is shown once more. */
    void reload() throws IOException, InterruptedException {
        loads.clear();
        call("Page.reload", new JsonObject());
        await(any -> true, "the page was not loaded again");
    }

    /** Does what leads to another page, and waits until that has been loaded. */
    void leave(String expression) throws IOException, InterruptedException {
        loads.clear();
        eval(expression);
        await(any -> true, expression + " led to no page");
    }

    private void await(Predicate<String> loader, String otherwise) throws IOException, InterruptedException {
        String loaded;
        do {
            loaded = loads.poll(SECONDS, TimeUnit.SECONDS);
            if (loaded == null) {
                throw new IOException(otherwise);
            }
        } while (!loader.test(loaded));
    }

    /** The value of an expression; what it promises is waited for. */
    JsonElement eval(String expression) throws IOException, InterruptedException {
        JsonObject what = new JsonObject();
        what.addProperty("expression", expression);
        what.addProperty("returnByValue", true);
        what.addProperty("awaitPromise", true);
        what.addProperty("userGesture", true);
        JsonObject answer = call("Runtime.evaluate", what);
        if (answer.has("exceptionDetails")) {
            throw new IOException(expression + ": " + answer.get("exceptionDetails"));
        }
        JsonElement value = answer.getAsJsonObject("result").get("value");
        return value == null ? com.google.gson.JsonNull.INSTANCE : value;
    }

    /** Waits until a condition is true, on the page that is shown or on one that follows it. */
    void waitFor(String condition) throws InterruptedException {
        String last = "";
        for (int i = 0; i < SECONDS * 20; i++) {
            try {
                if (eval(condition).getAsBoolean()) {
                    return;
                }
            } catch (IOException e) {
                // One page has gone and the other has not come.
                last = ": " + e.getMessage();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("never true: " + condition + last);
    }

    /** The width of the window in CSS pixels. */
    void width(int pixels) throws IOException, InterruptedException {
        JsonObject metrics = new JsonObject();
        metrics.addProperty("width", pixels);
        metrics.addProperty("height", 900);
        metrics.addProperty("deviceScaleFactor", 1);
        metrics.addProperty("mobile", false);
        call("Emulation.setDeviceMetricsOverride", metrics);
    }

    /** What the reader prefers, such as {@code prefers-color-scheme: dark}, and nothing else. */
    void prefer(String feature, String value) throws IOException, InterruptedException {
        prefer(Map.of(feature, value));
    }

    /** What the reader prefers, by feature. */
    void prefer(Map<String, String> preferences) throws IOException, InterruptedException {
        JsonArray features = new JsonArray();
        preferences.forEach((feature, value) -> {
            JsonObject one = new JsonObject();
            one.addProperty("name", feature);
            one.addProperty("value", value);
            features.add(one);
        });
        JsonObject media = new JsonObject();
        media.add("features", features);
        call("Emulation.setEmulatedMedia", media);
    }

    /** Shows pages as they are on {@code print} or {@code screen}. */
    void medium(String medium) throws IOException, InterruptedException {
        JsonObject media = new JsonObject();
        media.addProperty("media", medium);
        call("Emulation.setEmulatedMedia", media);
    }

    /** Switches JavaScript off or on. */
    void scripts(boolean run) throws IOException, InterruptedException {
        JsonObject off = new JsonObject();
        off.addProperty("value", !run);
        call("Emulation.setScriptExecutionDisabled", off);
    }

    /** Writes a text where the focus is. */
    void write(String text) throws IOException, InterruptedException {
        JsonObject what = new JsonObject();
        what.addProperty("text", text);
        call("Input.insertText", what);
    }

    /** The page as it is printed, as PDF. */
    byte[] print() throws IOException, InterruptedException {
        JsonObject how = new JsonObject();
        how.addProperty("preferCSSPageSize", true);
        how.addProperty("displayHeaderFooter", false);
        return Base64.getDecoder()
                .decode(call("Page.printToPDF", how).get("data").getAsString());
    }

    /** Presses a key: one that writes a character, or one with a name, such as {@code ArrowDown}. */
    void press(String key) throws IOException, InterruptedException {
        for (String type : List.of("keyDown", "keyUp")) {
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("key", key);
            if (type.equals("keyDown") && key.length() == 1) {
                event.addProperty("text", key);
            }
            call("Input.dispatchKeyEvent", event);
        }
    }

    /** Moves the focus on with the tabulator, or back. */
    void tabulate(boolean back) throws IOException, InterruptedException {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("key", "Tab");
            event.addProperty("code", "Tab");
            event.addProperty("windowsVirtualKeyCode", 9);
            event.addProperty("modifiers", back ? 8 : 0);
            call("Input.dispatchKeyEvent", event);
        }
    }

    /** Every address that was asked for. */
    List<String> requests() {
        return requests;
    }

    /** What the browser and the scripts complained of. */
    List<String> complaints() {
        return complaints;
    }
}
