"""The system's voice: a real program that writes a real file, where there is none a sentence."""

from __future__ import annotations

import shutil
import sys
import threading
import wave
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest

from gui.tones import SAMPLE_RATE_HZ, Samples
from gui.tongue import Tongue, speak
from gui.voice import NONE_LINUX, Lexicon, NoVoice, SystemVoice, find_voice, samples_of
from protocol.language import Language

SPEAKS = """
import os, sys, wave
with wave.open(sys.argv[1], "wb") as file:
    file.setnchannels(1); file.setsampwidth(2); file.setframerate(24000)
    assert os.environ["PALPATE_FILE"] == sys.argv[1] and os.environ["PALPATE_TEXT"] == sys.argv[2]
    file.writeframes(bytes((0, 64)) * (100 * len(sys.argv[2])))
"""
"""A voice that is as long as its text: 100 samples of a half for each letter."""


def wav(values: list[int], rate_hz: int, *, channels: int = 1, width: int = 2) -> bytes:
    out = BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate_hz)
        file.writeframes(b"".join(value.to_bytes(width, "little", signed=width > 1) for value in values))
    return out.getvalue()


def voice(code: str) -> SystemVoice:
    return SystemVoice((sys.executable, "-c", code, "{file}", "{text}"))


def test_a_program_speaks_and_its_rate_becomes_the_outputs() -> None:
    samples = voice(SPEAKS).say("it's “left”; rm -rf $HOME")
    assert len(samples) == 2 * 100 * len("it's “left”; rm -rf $HOME")
    assert samples.dtype == np.float32
    np.testing.assert_allclose(samples, 0.5)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("import sys; sys.exit(1)", "does not speak"),
        ("pass", "No such file"),
        ("import sys; open(sys.argv[1], 'w').write('no')", "no sound"),
    ],
)
def test_a_program_that_fails_is_an_error_of_the_system(code: str, says: str) -> None:
    with pytest.raises(OSError, match=says):
        voice(code).say("rest")


def test_samples_are_drawn_out_to_the_outputs_rate_and_the_left_one_is_taken() -> None:
    np.testing.assert_allclose(
        samples_of(wav([0, 16384, 0, -16384], 24_000)), [0, 0.25, 0.5, 0.25, 0, -0.25, -0.5, -0.5]
    )
    np.testing.assert_allclose(samples_of(wav([16384, 0, -16384, 0], SAMPLE_RATE_HZ, channels=2)), [0.5, -0.5])
    assert len(samples_of(wav([], 22_050))) == 0


def test_a_length_that_nobody_knew_when_the_file_began_is_no_matter() -> None:
    """Programs that write to a pipe put the largest number there."""
    data = bytearray(wav([16384] * 10, SAMPLE_RATE_HZ))
    data[4:8] = data[40:44] = (0x7FFFF000).to_bytes(4, "little")
    assert len(samples_of(bytes(data))) == 10


@pytest.mark.parametrize(
    ("data", "says"), [(b"", "no sound"), (b"RIFF", "no sound"), (wav([1, 2], 8000, width=1), "16 bits")]
)
def test_what_is_no_sound_of_16_bits_is_an_error(data: bytes, says: str) -> None:
    with pytest.raises(OSError, match=says):
        samples_of(data)


@pytest.mark.parametrize(
    ("platform", "there", "first"),
    [
        ("linux", {"espeak-ng", "flite"}, "espeak-ng"),
        ("linux", {"flite"}, "flite"),
        ("darwin", {"say"}, "say"),
        ("win32", {"powershell"}, "powershell"),
    ],
)
def test_the_best_program_that_is_there_speaks(platform: str, there: set[str], first: str) -> None:
    found = find_voice(lambda name: f"/bin/{name}" if name in there else None, platform)
    assert isinstance(found, SystemVoice)
    assert found.command[0] == f"/bin/{first}"


@pytest.mark.parametrize(("platform", "word"), [("linux", "Install espeak-ng"), ("win32", "no voice")])
def test_without_one_a_sentence_says_what_to_do(platform: str, word: str) -> None:
    found = find_voice(lambda _: None, platform)
    assert isinstance(found, NoVoice)
    assert word in found.reason


# of the language of the windows


def of(platform: str, language: Language, there: set[str]) -> SystemVoice | NoVoice:
    return find_voice(lambda name: f"/bin/{name}" if name in there else None, platform, language)


def test_a_voice_is_asked_to_speak_the_language() -> None:
    found = of("linux", Language.SPANISH, {"espeak-ng"})
    assert isinstance(found, SystemVoice)
    assert found.command[:3] == ("/bin/espeak-ng", "-v", "es")


def test_one_that_speaks_english_alone_is_none_for_other_languages() -> None:
    assert isinstance(of("linux", Language.ENGLISH, {"flite"}), SystemVoice)
    assert of("linux", Language.GERMAN, {"flite"}) == NoVoice(NONE_LINUX)


def test_for_nothing_else_it_is_the_language_of_the_windows() -> None:
    speak(Tongue(Language.GERMAN))
    found = find_voice(lambda name: name, "linux")
    speak(Tongue())
    assert isinstance(found, SystemVoice)
    assert found.language is Language.GERMAN


def test_a_program_knows_the_language_and_says_where_it_has_no_voice_of_it() -> None:
    ends = "import os, sys; sys.exit(3 if os.environ['PALPATE_LANGUAGE'] == 'es' else 1)"
    command = voice(ends).command
    with pytest.raises(OSError, match="no voice of this language"):
        SystemVoice(command, Language.SPANISH).say("pausa")
    with pytest.raises(OSError, match="does not speak"):
        SystemVoice(command, Language.GERMAN).say("Pause")


MAC = """#!/bin/sh
if [ "$2" = "?" ]; then
    echo "Albert              en_US    # Hello! My name is Albert."
    echo "Eddy (German (Germany)) de_DE    # Hallo! Ich heiße Eddy."
    echo "Anna                de_DE    # Hallo! Ich heiße Anna."
    echo "Flo (Spanish (Mexico)) es_MX    # ¡Hola! Me llamo Flo."
    exit 0
fi
printf '%s' "$2|$5|$6" > "$4"
"""
"""The system's program of a Mac: it lists its voices, or writes what it was asked for."""


@pytest.mark.skipif(sys.platform == "win32", reason="a shell is needed")
@pytest.mark.parametrize(
    ("language", "asked"),
    [
        (Language.GERMAN, "Anna|--data-format=LEI16@22050|it's “links”; $HOME"),
        (Language.SPANISH, "Flo (Spanish (Mexico))|--data-format=LEI16@22050|it's “links”; $HOME"),
    ],
)
def test_a_mac_speaks_by_its_first_voice_of_the_language_that_is_no_toy(
    language: Language, asked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "say").write_text(MAC, encoding="utf-8")
    (tmp_path / "say").chmod(0o755)
    heard = list[bytes]()
    monkeypatch.setattr("gui.voice.samples_of", heard.append)
    found = find_voice(lambda name: str(tmp_path / name), "darwin", language)
    assert isinstance(found, SystemVoice)
    found.say("it's “links”; $HOME")
    assert heard == [asked.encode()]


@pytest.mark.skipif(sys.platform == "win32", reason="a shell is needed")
def test_a_mac_without_a_voice_of_the_language_says_so(tmp_path: Path) -> None:
    (tmp_path / "say").write_text("#!/bin/sh\necho 'Albert  en_US  # Hello!'\n", encoding="utf-8")
    (tmp_path / "say").chmod(0o755)
    found = find_voice(lambda name: str(tmp_path / name), "darwin", Language.GERMAN)
    assert isinstance(found, SystemVoice)
    with pytest.raises(OSError, match="no voice of this language"):
        found.say("Pause")


def test_a_mac_chooses_itself_where_it_is_english_and_windows_is_asked_by_its_script() -> None:
    mac, windows = of("darwin", Language.ENGLISH, {"say"}), of("win32", Language.SPANISH, {"powershell"})
    assert isinstance(mac, SystemVoice)
    assert isinstance(windows, SystemVoice)
    assert mac.command[:2] == ("/bin/say", "-o")
    assert "-eq $env:PALPATE_LANGUAGE" in windows.command[-1]
    assert windows.language is Language.SPANISH


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="this machine has no voice")
def test_the_real_voice_says_a_place() -> None:
    found = find_voice()
    assert isinstance(found, SystemVoice)
    samples = found.say("Upper trapezius, left. Here?")
    assert 0.5 < len(samples) / SAMPLE_RATE_HZ < 5.0
    assert np.abs(samples).max() > 0.1


# ahead of time


class Slow:
    """A voice that waits until the test lets it go on."""

    def __init__(self) -> None:
        self.go_on, self.said = threading.Event(), list[str]()

    def __call__(self, text: str) -> Samples:
        assert self.go_on.wait(30)
        self.said.append(text)
        if text == "broken":
            raise OSError("it does not speak")
        return np.full(len(text), 0.5, np.float32)


def test_a_word_that_is_not_ready_is_none_and_asking_never_waits() -> None:
    slow = Slow()
    lexicon = Lexicon(slow)
    for text in ("rest", "rest", "broken", "done"):
        lexicon.prepare(text)
    assert lexicon.ready("rest") is None
    slow.go_on.set()
    lexicon.close()
    assert slow.said == ["rest", "broken", "done"]
    assert [text for text in ("rest", "broken", "done") if lexicon.ready(text) is not None] == ["rest", "done"]
    assert lexicon.failed == "it does not speak"


def test_nothing_is_left_of_what_was_spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    voice(SPEAKS).say("rest")
    assert list(tmp_path.iterdir()) == []
