package org.closecall.defence;

/** Where a control stands on its slice, and how large it is drawn: four as designed, more of them smaller. */
record Spot(double x, double y, double radius) {

    private static final double LARGEST = 15;
    private static final int FIRST_LEFT = 96;
    private static final int APART = 222;
    static final int WIDTH = 150;
    /** A slice is seen from the side: its right edge stands higher. */
    private static final double SLOPE = 40.0 / WIDTH;
    private static final int TOP = 64;
    private static final int HEIGHT = 206;
    private static final double[][] OF_FOUR = {{46, 84}, {106, 112}, {46, 172}, {106, 200}};

    static double left(int slice) {
        return FIRST_LEFT + slice * APART;
    }

    static Spot of(int slice, int place, int among) {
        if (among <= OF_FOUR.length) {
            return new Spot(left(slice) + OF_FOUR[place][0], OF_FOUR[place][1], LARGEST);
        }
        var columns = among <= 12 ? 2 : 3;
        var row = place / columns;
        var height = (double) HEIGHT / ((among + columns - 1) / columns);
        var offset = WIDTH * (place % columns + 1.0) / (columns + 1);
        return new Spot(left(slice) + offset, Math.rint(TOP - SLOPE * offset + height * (row + 0.5)), Math.min(LARGEST, height / 2.7));
    }

    double scale() {
        return radius / LARGEST;
    }
}
