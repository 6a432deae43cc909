package dev.allclear.form;

import java.util.List;
import java.util.Optional;

/** All forms that authors fill in. */
public final class Forms {

    private static final List<Form> ALL = List.of(
            IncidentForm.FORM,
            DecisionForm.LOG,
            DecisionForm.FORM,
            RootCauseForm.FORM,
            PlaybookForm.FORM,
            PlaybookForm.STEP,
            PageForm.FORM,
            SettingsForm.SITE,
            SettingsForm.WHO,
            SettingsForm.SYSTEMS);

    private Forms() {}

    /** Each document's front matter, each record and each file of settings. */
    public static List<Form> all() {
        return ALL;
    }

    /** The names by which they are asked for. */
    public static List<String> names() {
        return ALL.stream().map(Form::name).toList();
    }

    /** The form of this name. */
    public static Optional<Form> find(String name) {
        return ALL.stream().filter(f -> f.name().equals(name)).findFirst();
    }
}
