from collections.abc import Callable, Sequence

import pytest

MakePdf = Callable[..., bytes]


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _content(lines: Sequence[tuple[int, int, str]]) -> bytes:
    parts = [f"BT /F1 {size} Tf 60 {y} Td ({_escaped(words)}) Tj ET" for y, size, words in lines]
    return "\n".join(parts).encode("latin-1")


@pytest.fixture
def make_pdf() -> MakePdf:
    """Write a PDF: a page is a sequence of (height on the page, type size, words)."""

    def make(*pages: Sequence[tuple[int, int, str]], info: str = "", trailer: str = "") -> bytes:
        numbers = [4 + 2 * n for n in range(len(pages))]
        kids = " ".join(f"{n} 0 R" for n in numbers)
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        for number, lines in zip(numbers, pages, strict=True):
            stream = _content(lines)
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {number + 1} 0 R"
                " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
            )
            objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
        objects.append(f"<< {info} >>".encode())
        written, places = b"%PDF-1.4\n", []
        for number, body in enumerate(objects, start=1):
            places.append(len(written))
            written += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        end = (
            f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {trailer} >>\n"
            f"startxref\n{len(written)}\n%%EOF\n"
        )
        head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        return written + head + table + end.encode()

    return make
