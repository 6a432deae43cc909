package dev.allclear.read;

import dev.allclear.model.FaultKind;

/**
 * Which kinds of fault the values of a mapping give rise to.
 *
 * @param wrong a value of another type or form
 * @param unknownValue a word that is not on the list
 * @param unknownField a field that is not on the list
 */
record FaultKinds(FaultKind wrong, FaultKind unknownValue, FaultKind unknownField) {

    /** For documents that the gate does not depend on. */
    static final FaultKinds CONTENT =
            new FaultKinds(FaultKind.WRONG_TYPE, FaultKind.UNKNOWN_VALUE, FaultKind.UNKNOWN_FIELD);

    /** For the front matter of an incident or a root-cause report. */
    static final FaultKinds OF_THE_RECORD =
            new FaultKinds(FaultKind.WRONG_TYPE, FaultKind.UNKNOWN_VALUE, FaultKind.FIELD_OF_THE_RECORD);

    /** For a decision. */
    static final FaultKinds DECISION =
            new FaultKinds(FaultKind.RECORD, FaultKind.RECORD, FaultKind.FIELD_OF_THE_RECORD);
}
