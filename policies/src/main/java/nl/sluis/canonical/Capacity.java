package nl.sluis.canonical;

/** In which capacity somebody gives or refuses consent. */
public enum Capacity {
    /** For oneself. */
    SELF,
    /** As holder of parental authority. */
    CUSTODIAN,
    /** As guardian. */
    GUARDIAN,
    /** As curator, mentor or other representative of somebody who is incapable. */
    REPRESENTATIVE
}
