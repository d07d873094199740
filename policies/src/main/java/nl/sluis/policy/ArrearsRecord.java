package nl.sluis.policy;

/** The four preconditions of an arrears signal and the tenant's veto (Besluit gemeentelijke schuldhulpverlening art. 2). */
public record ArrearsRecord(
        boolean contactAttempted,
        boolean pointedToHelp,
        boolean writtenReminder,
        boolean offeredToPassOn,
        boolean tenantObjected) {}
