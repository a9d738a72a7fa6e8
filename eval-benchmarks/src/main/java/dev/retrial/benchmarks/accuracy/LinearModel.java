package dev.retrial.benchmarks.accuracy;

import java.util.List;

/** Weights by least squares, held small (ridge regression). */
final class LinearModel {

    private final double[] weights;

    private LinearModel(double[] weights) {
        this.weights = weights;
    }

    static LinearModel train(List<double[]> features, List<Double> figures, double penalty) {
        int size = features.get(0).length + 1;
        double[][] left = new double[size][size];
        double[] right = new double[size];
        for (int row = 0; row < features.size(); row++) {
            for (int i = 0; i < size; i++) {
                double value = at(features.get(row), i);
                right[i] += value * figures.get(row);
                for (int j = 0; j < size; j++) {
                    left[i][j] += value * at(features.get(row), j);
                }
            }
        }
        for (int i = 0; i + 1 < size; i++) {
            left[i][i] += penalty;
        }
        return new LinearModel(solve(left, right));
    }

    double predict(double[] features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * at(features, i);
        }
        return sum;
    }

    /** The features, and a one behind them for the constant. */
    private static double at(double[] features, int i) {
        return i < features.length ? features[i] : 1;
    }

    /** By elimination; the penalty keeps the matrix regular. */
    private static double[] solve(double[][] left, double[] right) {
        int size = right.length;
        for (int i = 0; i < size; i++) {
            int pivot = i;
            for (int j = i; j < size; j++) {
                pivot = Math.abs(left[j][i]) > Math.abs(left[pivot][i]) ? j : pivot;
            }
            swap(left, right, i, pivot);
            for (int j = i + 1; j < size; j++) {
                double factor = left[j][i] / left[i][i];
                for (int k = i; k < size; k++) {
                    left[j][k] -= factor * left[i][k];
                }
                right[j] -= factor * right[i];
            }
        }
        double[] solution = new double[size];
        for (int i = size - 1; i >= 0; i--) {
            double sum = right[i];
            for (int k = i + 1; k < size; k++) {
                sum -= left[i][k] * solution[k];
            }
            solution[i] = sum / left[i][i];
        }
        return solution;
    }

    private static void swap(double[][] left, double[] right, int i, int j) {
        double[] row = left[i];
        left[i] = left[j];
        left[j] = row;
        double value = right[i];
        right[i] = right[j];
        right[j] = value;
    }
}
