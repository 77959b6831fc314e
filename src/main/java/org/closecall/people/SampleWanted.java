package org.closecall.people;

/** Somebody who sets up wants a sample organisation to look around in. */
public record SampleWanted(Person by) {
}
