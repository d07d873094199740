package nl.sluis.adapter.register;

/** Why a register's word on custody settles nothing and a person has to look (law table R13, R14). */
public enum Doubt {
    /** The person has no citizen service number that can be one, so nobody can be sure who is meant. */
    SUBJECT_WITHOUT_NUMBER,
    /** Somebody who holds authority has none. */
    HOLDER_WITHOUT_NUMBER,
    /** The register names fewer people than this sort of custody needs, such as a third party that it does not know. */
    HOLDER_NOT_NAMED,
    /** Two holders are one person, a person is their own holder, or the register says two different things. */
    CONTRADICTION,
    /** A sort of custody that is not known here. */
    UNKNOWN_CODE,
    /** The register itself says that the entry is wrong or against public order (84.10). */
    ENTRY_WRONG,
    /** An adult under guardianship ({@code curatele}): the register does not say who the guardian is. */
    CURATORSHIP
}
