package nl.sluis.routes;

/** Why a channel does not bring documents now. Nothing is lost meanwhile: they stay where they are, and are tried again. */
enum Trouble {
    /** The folder is not there, or is no folder. */
    NO_FOLDER,
    /** The node may not read the folder, or not write in it. */
    FOLDER_CLOSED,
    /** What stands in the place of the folder for files that were read is no folder. */
    PLACE_TAKEN,
    /** The answer could not be written, or the file not be moved: the disk is full, or it was locked. */
    NOT_WRITTEN,
    /** The SFTP server cannot be reached, or ends the connection. */
    SERVER_AWAY,
    /** The server that answers is none of those whose keys are on file: nothing was said to it. */
    HOST_KEY,
    /** The SFTP server does not let the node in with its key. */
    LOGIN_REFUSED,
    /** A file has a name that cannot be one of a file in this folder; it stays where it is. */
    NAME_REFUSED,
    /** The node may not read a file, or it is never as the server lists it; others are read. */
    NOT_READ,
    /** The mailbox does not answer, or not with a certificate that is trusted, or does not let the node in. */
    NO_MAILBOX,
    /** The certificate of the mailbox, or every one of its partner, is not valid now: its mail waits. */
    NO_CERTIFICATE,
    /** What was decided is kept, and the answer could not be handed to the mail server. */
    NOT_ANSWERED,
    /** The node's database does not answer. */
    DATABASE_AWAY,
    /** Its system asks more than its share. */
    TOO_MUCH,
    /** Anything else; the log has its sort. */
    UNEXPECTED
}
