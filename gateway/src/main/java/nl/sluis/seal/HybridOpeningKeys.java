package nl.sluis.seal;

/**
 * A pair of keys that open together what was sealed to both their certificates.
 *
 * @param agreement ECDH P-384
 * @param kem ML-KEM-768
 */
record HybridOpeningKeys(OpeningKey agreement, OpeningKey kem) {}
