package dev.allclear.render;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What templates call to say something: {@code m("key", …)}, and {@code n("key", number, …)} for what depends on a
 * number.
 *
 * @param messages the words
 * @param counts whether it is the second
 */
record MessageCall(Messages messages, boolean counts) implements TemplateMethodModelEx {

    @Override
    public Object exec(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
        if (arguments.isEmpty() || (counts && arguments.size() < 2)) {
            throw new TemplateModelException(counts ? "n wants a key and a number" : "m wants a key");
        }
        String key = String.valueOf(plain(arguments.get(0)));
        int first = counts ? 2 : 1;
        Object[] with = new Object[arguments.size() - first];
        for (int i = 0; i < with.length; i++) {
            with[i] = plain(arguments.get(i + first));
        }
        try {
            return counts && plain(arguments.get(1)) instanceof Number number
                    ? messages.count(key, number.longValue(), with)
                    : messages.say(key, with);
        } catch (IllegalArgumentException e) {
            throw new TemplateModelException(e.getMessage(), e);
        }
    }

    private static Object plain(@Nullable Object model) throws TemplateModelException {
        if (model instanceof TemplateScalarModel scalar) {
            return String.valueOf(scalar.getAsString());
        }
        if (model instanceof TemplateNumberModel number) {
            return number.getAsNumber();
        }
        throw new TemplateModelException("a message takes texts and numbers");
    }
}
