package dev.retrial.tickets.duplicate;

/** Which of the numbers from 0 on belong together. The smallest one stands for all, whatever the order of joining. */
final class Components {

    private final int[] parents;

    Components(int size) {
        parents = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = i;
        }
    }

    /** The smallest number of those that belong together with this one. */
    synchronized int find(int number) {
        int at = number;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    synchronized void join(int left, int right) {
        int a = find(left);
        int b = find(right);
        parents[Math.max(a, b)] = Math.min(a, b);
    }

    synchronized boolean joined(int left, int right) {
        return find(left) == find(right);
    }
}
