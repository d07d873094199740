package nl.sluis.policyset;

/**
 * Why a policy set is not used.
 *
 * @param text what exactly, for an operator: file names and rows, no content
 */
public record SetFault(Code code, String text) {

    /** Stable names, for alarms and the audit. */
    public enum Code {
        /** The folder holds something that does not belong there, or cannot be read. */
        FOLDER,
        /** There is no MANIFEST, or it is not in its one form. */
        MANIFEST,
        /** A file is not as the MANIFEST says. */
        FILE_CHANGED,
        /** A file of the MANIFEST is not there. */
        FILE_MISSING,
        /** A file is there that the MANIFEST does not name. */
        FILE_EXTRA,
        /** Somebody has not signed. */
        SIGNATURE_MISSING,
        /** A signature is damaged or over another MANIFEST. */
        SIGNATURE_WRONG,
        /** Somebody signed who is not trusted in that role. */
        SIGNER_NOT_TRUSTED,
        /** The signer's certificate was not valid when it was signed, or that moment has not come. */
        SIGNER_EXPIRED,
        /** One person signed in both roles. */
        SAME_SIGNER,
        /** The rules cannot be read. */
        RULES,
        /** The rules use other facts or values than this program establishes. */
        WORDS,
        /** A claim about the rules is not proved. */
        NOT_PROVED,
        /** An example does not hold. */
        EXAMPLE,
        /** It does not follow the set before it. */
        NOT_THE_NEXT,
        /** It was in force before; a set comes back by being signed anew. */
        SEEN_BEFORE,
        /** What it changes is not what was signed. */
        DIFFERENCE
    }

    @Override
    public String toString() {
        return code + ": " + text;
    }
}
