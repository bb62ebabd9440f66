package dev.precinct.runtime.places;

/** Asks for a map sync before its time, because something names a place that is not known. */
@FunctionalInterface
public interface MapRefresh {

    /** Returns at once; often asked is as once. */
    void soon();
}
