/** iWmo and iJw: requests, allocations, starts and stops of care, read for their state. */
@NullMarked
package nl.sluis.adapter.partners.iwmo;

import org.jspecify.annotations.NullMarked;
