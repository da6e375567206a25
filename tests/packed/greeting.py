from pathlib import Path


def read():
    return Path(__file__).with_name("data").joinpath("greeting.txt").read_text("utf-8").strip()
