"""Skip-gram with negative sampling on a toy corpus: training pairs, and how similar the vectors become.

Training takes a second or two, so the vectors are stored: `python -m plots.networks.words` makes them again.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Pairs = NDArray[np.int64]

STORED = Path(__file__).parents[1] / "data" / "word-vectors.npz"

GROUPS = (
    (("cat", "dog", "horse"), ("eats", "sleeps", "runs")),
    (("car", "bus", "truck"), ("parks", "brakes", "drives")),
)
"""Nouns and the verbs that follow them: the corpus of the answer on Word2Vec."""

FIRST, LAST = "the", "now"
WINDOW, SIZE, NEGATIVES, RATE, EPOCHS, SEED = 2, 8, 5, 0.05, 150, 0
POWER = 0.75
"""Noise words are drawn in proportion to their frequency to this power (Mikolov et al. 2013)."""


@dataclass(frozen=True, slots=True)
class WordsState:
    """What is drawn.

    `words` are in the order of the picture; `similarity` has the cosine of every two of them, shape
    (len(words), len(words)). `sentence` is the example, `windows` gives for each of its words the places
    of its context. `pairs` counts the training pairs of the whole corpus.
    """

    words: tuple[str, ...]
    similarity: Array
    sentence: tuple[str, ...]
    windows: tuple[tuple[int, ...], ...]
    sentences: int
    pairs: int

    def cosine(self, one: str, other: str) -> float:
        """Return the similarity of two words."""
        return float(self.similarity[self.words.index(one), self.words.index(other)])


def corpus() -> list[tuple[str, ...]]:
    """Return every noun with every verb of its group."""
    return [(FIRST, noun, verb, LAST) for nouns, verbs in GROUPS for noun in nouns for verb in verbs]


def vocabulary() -> list[str]:
    """Return the words of the corpus in alphabetical order."""
    return sorted({word for sentence in corpus() for word in sentence})


def context(place: int, length: int) -> tuple[int, ...]:
    """Return the places within WINDOW of `place` in a sentence of `length` words."""
    around = range(max(0, place - WINDOW), min(length, place + WINDOW + 1))
    return tuple(other for other in around if other != place)


def training_pairs() -> Pairs:
    """Return (word, context word) as numbers of the vocabulary, shape (pairs, 2)."""
    index = {word: number for number, word in enumerate(vocabulary())}
    return np.array(
        [
            (index[sentence[i]], index[sentence[j]])
            for sentence in corpus()
            for i in range(len(sentence))
            for j in context(i, len(sentence))
        ]
    )


def sigmoid(z: Array) -> Array:
    """Return 1 / (1 + exp(-z))."""
    return np.asarray(1.0 / (1.0 + np.exp(-z)))


def trained(epochs: int = EPOCHS) -> Array:
    """Return the word vectors after training, shape (vocabulary, SIZE), as the answer's code does it."""
    pairs, count = training_pairs(), len(vocabulary())
    rng = np.random.default_rng(SEED)
    vectors, contexts = rng.normal(0, 0.1, (count, SIZE)), np.zeros((count, SIZE))
    noise = np.bincount(pairs[:, 1], minlength=count) ** POWER
    noise /= noise.sum()
    for _ in range(epochs):
        for word, other in rng.permutation(pairs):
            ids = np.append(other, rng.choice(count, NEGATIVES, p=noise))
            error = sigmoid(contexts[ids] @ vectors[word]) - np.append(1, np.zeros(NEGATIVES))
            gradient = error @ contexts[ids]
            np.add.at(contexts, ids, -RATE * error[:, None] * vectors[word])
            vectors[word] -= RATE * gradient
    return np.asarray(vectors)


def similarities(vectors: Array) -> Array:
    """Return the cosine of every two rows."""
    units = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(units @ units.T)


def compute() -> WordsState:
    """Return the windows of one sentence and the similarities of the stored vectors."""
    with np.load(STORED) as stored:
        found = similarities(stored["vectors"])
    shown = (*(word for group in GROUPS for part in group for word in part), FIRST, LAST)
    places = [vocabulary().index(word) for word in shown]
    sentence = corpus()[0]
    return WordsState(
        words=shown,
        similarity=found[np.ix_(places, places)],
        sentence=sentence,
        windows=tuple(context(place, len(sentence)) for place in range(len(sentence))),
        sentences=len(corpus()),
        pairs=len(training_pairs()),
    )


def main() -> None:
    """Train again and write the file."""
    np.savez_compressed(STORED, vectors=trained())


if __name__ == "__main__":
    main()
