"""What others do with a pair: three classics, each as its paper has it, with Otsu's threshold or k-means.

They flag pixels; none has a control, an abstention or an interval.
"""

import numpy as np
from numpy.typing import NDArray

Bands = NDArray[np.float32]
Flags = NDArray[np.bool_]

BLOCK = 5
ROUNDS = 25


def cva_otsu(before: Bands, after: Bands) -> Flags:
    """Change vector analysis on standardised bands, Otsu's threshold."""
    difference = _standard(after) - _standard(before)
    return _above_otsu(np.sqrt((difference**2).sum(axis=0)))


def pca_kmeans(before: Bands, after: Bands) -> Flags:
    """Celik (2009): principal components of blocks of the difference, in two clusters."""
    size = np.sqrt(((_standard(after) - _standard(before)) ** 2).sum(axis=0))
    half = BLOCK // 2
    padded = np.pad(size, half, mode="reflect")
    blocks = np.lib.stride_tricks.sliding_window_view(padded, (BLOCK, BLOCK)).reshape(-1, BLOCK**2)
    centred = blocks - blocks.mean(axis=0)
    values, vectors = np.linalg.eigh(np.cov(centred[::7].T))
    kept = np.cumsum(values[::-1]) / values.sum()
    features = centred @ vectors[:, ::-1][:, : int(np.searchsorted(kept, 0.9)) + 1]
    near = size.ravel() > np.median(size)
    for _ in range(ROUNDS):
        middles = [features[near].mean(axis=0), features[~near].mean(axis=0)]
        far = [((features - middle) ** 2).sum(axis=1) for middle in middles]
        moved = far[0] < far[1]
        if (moved == near).all():
            break
        near = moved
    flags = near.reshape(size.shape)
    right = size[flags].mean() > size[~flags].mean()
    return np.asarray(flags if right else ~flags)


def ndvi_difference(before: Bands, after: Bands, red: int = 2, near: int = 3) -> Flags:
    """Difference of the vegetation index, Otsu's threshold on its size."""
    one, two = (
        (each[near] - each[red]) / np.maximum(each[near] + each[red], 1e-6)
        for each in (before, after)
    )
    return _above_otsu(np.abs(two - one))


def _standard(bands: Bands) -> NDArray[np.float64]:
    flat = bands.astype(np.float64)
    mean, spread = flat.mean(axis=(1, 2), keepdims=True), flat.std(axis=(1, 2), keepdims=True)
    standard: NDArray[np.float64] = (flat - mean) / spread
    return standard


def _above_otsu(values: NDArray[np.float64]) -> Flags:
    counts, edges = np.histogram(values, 256)
    middles = (edges[:-1] + edges[1:]) / 2
    below, sums = np.cumsum(counts)[:-1], np.cumsum(counts * middles)[:-1]
    mean = (counts * middles).sum() / counts.sum()
    apart = (mean * below - sums) ** 2 / np.maximum(below * (counts.sum() - below), 1)
    return np.asarray(values > middles[int(apart.argmax())])


RIVALS = {
    "CVA + Otsu": cva_otsu,
    "PCA-k-means": pca_kmeans,
    "NDVI difference + Otsu": ndvi_difference,
}
