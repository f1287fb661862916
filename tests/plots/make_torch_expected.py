"""Write `torch_expected.json`: the paths of `torch.optim` that the NumPy optimisers are tested against.

Run it where torch is installed (made with torch 2.13.0, CPU, float64):
`python tests/plots/make_torch_expected.py`. The gradients are torch's own, by autograd.
"""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

STEPS = 300
EVERY = 10
STARTS = {"beale": (0.8, 1.6), "rosenbrock": (-1.2, 1.0)}
RULES: dict[str, dict[str, Any]] = {
    "sgd": {"optimizer": "SGD", "lr": 0.001},
    "momentum": {"optimizer": "SGD", "lr": 0.0005, "momentum": 0.9},
    "nesterov": {"optimizer": "SGD", "lr": 0.0005, "momentum": 0.9, "nesterov": True},
    "rmsprop": {"optimizer": "RMSprop", "lr": 0.005, "alpha": 0.9},
    "adam": {"optimizer": "Adam", "lr": 0.1, "betas": (0.9, 0.999)},
    "adagrad": {"optimizer": "Adagrad", "lr": 0.1},
    "adamw": {"optimizer": "AdamW", "lr": 0.1, "betas": (0.9, 0.999), "weight_decay": 0.01},
}


def _loss(name: str, x: Any, y: Any) -> Any:
    if name == "beale":
        return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2
    return (1.0 - x) ** 2 + 100.0 * (y - x**2) ** 2


def _path(torch: Any, function: str, rule: dict[str, Any]) -> list[list[float]]:
    point = torch.tensor(STARTS[function], dtype=torch.float64, requires_grad=True)
    settings = {key: value for key, value in rule.items() if key != "optimizer"}
    optimizer = getattr(torch.optim, rule["optimizer"])([point], **settings)
    path = []
    for step in range(1, STEPS + 1):
        optimizer.zero_grad()
        _loss(function, point[0], point[1]).backward()
        optimizer.step()
        if step % EVERY == 0:
            path.append(point.detach().tolist())
    return path


def main() -> None:
    torch = importlib.import_module("torch")
    paths = {f: {name: _path(torch, f, rule) for name, rule in RULES.items()} for f in STARTS}
    data = {
        "torch": torch.__version__.split("+")[0],
        "steps": STEPS,
        "every": EVERY,
        "starts": STARTS,
        "rules": RULES,
        "paths": paths,
    }
    text = json.dumps(data, indent=None, separators=(",", ":")).replace("]],", "]],\n")
    Path(__file__).with_name("torch_expected.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
