package dev.allclear.render;

import dev.allclear.finding.Spelling;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.ObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNotFoundException;
import freemarker.template.Version;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills templates. They escape by default and can't reach the JVM. */
final class Templates {

    private static final Version LANGUAGE = Configuration.VERSION_2_3_34;

    private static final String VIEW = "it";

    private static final String MODEL = "docs/theme-model.md lists what each template sees.";

    private final Configuration configuration;

    Templates(Theme theme) {
        configuration = new Configuration(LANGUAGE);
        configuration.setTemplateLoader(new ThemeLoader(theme));
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setLocalizedLookup(false);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setRecognizeStandardFileExtensions(true);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        // What a template recovers from is no concern of whoever builds; otherwise it is logged with its stack.
        configuration.setAttemptExceptionReporter((e, environment) -> {});
        configuration.setWrapUncheckedExceptions(true);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setNumberFormat("computer");
        configuration.setBooleanFormat("c");
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        DefaultObjectWrapperBuilder views = new DefaultObjectWrapperBuilder(LANGUAGE);
        views.setMemberAccessPolicy(ViewsOnly.INSTANCE);
        configuration.setObjectWrapper(views.build());
    }

    /** What a template sees. Its view is made when it is asked for, which it may never be. */
    private static final class Model implements TemplateHashModel {

        private final Map<String, Object> named;
        private final Supplier<Object> view;
        private final ObjectWrapper wrapper;
        private @Nullable Object made;

        Model(Map<String, Object> named, Supplier<Object> view, ObjectWrapper wrapper) {
            this.named = named;
            this.view = view;
            this.wrapper = wrapper;
        }

        private Object it() {
            Object it = made == null ? view.get() : made;
            made = it;
            return it;
        }

        @Override
        public @Nullable TemplateModel get(String key) throws TemplateModelException {
            return wrapper.wrap(key.equals(VIEW) ? it() : named.get(key));
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        Map<String, Object> whole() {
            Map<String, Object> whole = new HashMap<>(named);
            whole.put(VIEW, it());
            return whole;
        }
    }

    /** A template filled with this model, and with a view as {@code it}. */
    String fill(String name, Map<String, Object> named, Supplier<Object> view) {
        StringWriter out = new StringWriter(16 * 1024);
        Model model = new Model(named, view, configuration.getObjectWrapper());
        try {
            Template template = configuration.getTemplate(name);
            template.process(model, out);
        } catch (InvalidReferenceException e) {
            throw fault(e, name, unknown(e.getBlamedExpressionString()), seen(e, model));
        } catch (TemplateException e) {
            ParseException broken = syntax(e);
            throw broken != null
                    ? fault(broken, name)
                    : fault(e, name, firstLine(e.getMessageWithoutStackTop()), "Correct the expression. " + MODEL);
        } catch (TemplateNotFoundException e) {
            throw new TemplateFault(name, 1, 1, 1, "there is no such template", "Put it into the theme.", e);
        } catch (IOException e) {
            ParseException broken = syntax(e);
            throw broken != null
                    ? fault(broken, name)
                    : new TemplateFault(name, 1, 1, 1, firstLine(e.getMessage()), "Correct it there.", e);
        } catch (StackOverflowError e) {
            if (Stream.of(e.getStackTrace()).noneMatch(f -> f.getClassName().startsWith("freemarker.core."))) {
                throw e;
            }
            throw new TemplateFault(
                    name,
                    1,
                    1,
                    1,
                    "a macro, function or template that it uses calls itself without end",
                    "Let it end, with `<#if>` around the call.",
                    e);
        }
        return out.toString();
    }

    /** The fault of syntax behind another: only the first who loads a template is told of it, and whoever imports it never is. */
    private static @Nullable ParseException syntax(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ParseException broken) {
                return broken;
            }
        }
        return null;
    }

    private static TemplateFault fault(ParseException e, String name) {
        return new TemplateFault(
                e.getTemplateName() == null ? name : e.getTemplateName(),
                e.getLineNumber(),
                e.getColumnNumber(),
                1,
                firstLine(e.getEditorMessage()),
                "Correct it there.",
                e);
    }

    private static TemplateFault fault(TemplateException e, String name, String message, String help) {
        int line = number(e.getLineNumber());
        int column = number(e.getColumnNumber());
        boolean oneLine = line == number(e.getEndLineNumber());
        return new TemplateFault(
                e.getTemplateSourceName() == null ? name : e.getTemplateSourceName(),
                line,
                column,
                oneLine ? number(e.getEndColumnNumber()) - column + 1 : 1,
                message,
                help,
                e);
    }

    private static String unknown(@Nullable String expression) {
        return expression == null
                ? "an expression has no value"
                : "`%s` is nothing that this template sees".formatted(expression);
    }

    /** The nearest to an expression without a value that has one, and where the others are listed. */
    private static String seen(InvalidReferenceException e, Model model) {
        String expression = e.getBlamedExpressionString();
        if (expression == null) {
            return MODEL;
        }
        List<String> known = new ArrayList<>();
        model.whole().forEach((name, value) -> {
            known.add(name);
            for (RecordComponent part :
                    Objects.requireNonNullElse(value.getClass().getRecordComponents(), new RecordComponent[0])) {
                known.add(name + "." + part.getName());
            }
        });
        return Spelling.didYouMean(expression, known) + MODEL;
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 1 : number;
    }

    private static String firstLine(@Nullable String message) {
        return message == null
                ? "it can't be filled"
                : message.lines()
                        .filter(l -> !l.isBlank())
                        .findFirst()
                        .orElse("it can't be filled")
                        .strip();
    }

    /** Loads templates of a theme, and nothing else. */
    private record ThemeLoader(Theme theme) implements TemplateLoader {

        @Override
        public @Nullable Object findTemplateSource(String name) {
            return theme.template(name) == null ? null : name;
        }

        @Override
        public long getLastModified(Object source) {
            return 0;
        }

        @Override
        public Reader getReader(Object source, String encoding) throws IOException {
            String text = theme.template((String) source);
            if (text == null) {
                throw new IOException("there is no template " + source);
            }
            return new StringReader(text);
        }

        @Override
        public void closeTemplateSource(Object source) {}
    }
}
