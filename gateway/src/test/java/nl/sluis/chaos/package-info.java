/**
 * Messages between real processes while processes, databases, disks, clocks and lines fail; from a seed, judged from outside.
 */
package nl.sluis.chaos;
