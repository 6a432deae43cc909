package dev.allclear.check;

/** One thing that content must meet. */
public interface Rule {

    /** What the rule says of itself. */
    RuleCard card();

    /** Looks at the content and reports what does not meet the rule. */
    void check(Context context, Findings findings);
}
