package nl.sluis.demo;

import java.io.PrintStream;

final class Story {
    Story(Neighbourhood neighbourhood, PrintStream out) {}

    int play() {
        return 0;
    }
}
