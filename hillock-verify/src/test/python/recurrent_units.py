"""Recurrent units as torch has them (1.13, double precision): what hidden neurons hold after 8 rows.

    /usr/bin/python3 recurrent_units.py > ../resources/org/hillock/verify/recurrent-units.csv

Weights, biases and pictures are formulas that RecurrentUnitsTest works out as well, so that nothing
but what comes of them needs to be kept.
"""
import math

import torch

UNITS, PIXELS, ROWS = 64, 8, 8


def weights(gate, rows, columns):
    return torch.tensor(
        [
            [0.2 * math.sin(gate + 0.7 * i + 1.3 * j) for j in range(columns)]
            for i in range(rows)
        ],
        dtype=torch.float64,
    )


def bias(gate):
    return torch.tensor([0.3 * math.cos(gate + i) for i in range(UNITS)], dtype=torch.float64)


def picture():
    return torch.tensor(
        [[[math.cos(0.5 * t + 0.8 * j) for j in range(PIXELS)]] for t in range(ROWS)],
        dtype=torch.float64,
    )


def filled(unit, gates):
    """Gate g hears the picture with weights(2 g), itself with weights(2 g + 1)."""
    with torch.no_grad():
        unit.weight_ih_l0.copy_(torch.cat([weights(2 * g, UNITS, PIXELS) for g in range(gates)]))
        unit.weight_hh_l0.copy_(torch.cat([weights(2 * g + 1, UNITS, UNITS) for g in range(gates)]))
        unit.bias_ih_l0.copy_(torch.cat([bias(2 * g) for g in range(gates)]))
        unit.bias_hh_l0.copy_(torch.cat([bias(2 * g + 1) for g in range(gates)]))
        return unit(picture())[0][-1, 0].tolist()


kinds = {
    "rnn": filled(torch.nn.RNN(PIXELS, UNITS).double(), 1),
    "gru": filled(torch.nn.GRU(PIXELS, UNITS).double(), 3),
    "lstm": filled(torch.nn.LSTM(PIXELS, UNITS).double(), 4),
}
print(",".join(kinds))
for row in zip(*kinds.values()):
    print(",".join(repr(x) for x in row))
