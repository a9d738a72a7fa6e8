package dev.retrial.tickets.duplicate;

import java.util.Arrays;

/** A growing array of numbers, used as a set where it is sorted. */
final class Longs {

    private long[] numbers;
    private int size;

    Longs(int expected) {
        numbers = new long[expected];
    }

    int size() {
        return size;
    }

    long get(int index) {
        return numbers[index];
    }

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(16, size * 2));
        }
        numbers[size++] = number;
    }

    void addAll(Longs others) {
        for (int i = 0; i < others.size; i++) {
            add(others.numbers[i]);
        }
    }

    void clear() {
        size = 0;
    }

    /** Sorts, and keeps one of each. */
    void sortDistinct() {
        Arrays.sort(numbers, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || numbers[i] != numbers[i - 1]) {
                numbers[distinct++] = numbers[i];
            }
        }
        size = distinct;
    }

    /** Takes out what the other one has; both are sorted. */
    void removeAll(Longs others) {
        int kept = 0;
        int other = 0;
        for (int i = 0; i < size; i++) {
            while (other < others.size && others.numbers[other] < numbers[i]) {
                other++;
            }
            if (other == others.size || others.numbers[other] != numbers[i]) {
                numbers[kept++] = numbers[i];
            }
        }
        size = kept;
    }

    /** Adds what the other one has, if it stays within a bound; both are sorted, and stay so. */
    void mergeUpTo(int most, Longs others) {
        if (size + others.size > most) {
            return;
        }
        long[] merged = new long[size + others.size];
        int left = 0;
        int right = 0;
        for (int i = 0; i < merged.length; i++) {
            boolean takeLeft = right == others.size || (left < size && numbers[left] <= others.numbers[right]);
            merged[i] = takeLeft ? numbers[left++] : others.numbers[right++];
        }
        numbers = merged;
        size = merged.length;
    }
}
