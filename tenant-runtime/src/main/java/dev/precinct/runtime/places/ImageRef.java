package dev.precinct.runtime.places;

/**
 * The plan of a floor as its map names it. Width and height are pixels and 0 where CMX does not know them.
 *
 * @param name file name at CMX; the same image may belong to several floors
 */
public record ImageRef(String name, double widthPixels, double heightPixels) {}
