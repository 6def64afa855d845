"""An archive of 20,000 documents: Dask's local cluster finds in several partitions what the plain loop finds."""

import gc
import random

import pyarrow as pa
import pytest
from distributed import Client, LocalCluster

import asean_digital as ad

DOCUMENTS, PARTITIONS, BATCHES = 20_000, 8, 5
SENTENCES = {
    "en": (
        "{} was discussed at length.",
        "Officials pointed to {} and to the costs.",
        "Nobody had read {} before.",
        "Nothing new was said.",
    ),
    "vi": ("Các bên bàn về {} rất lâu.", "Nhiều người nhắc tới {}, và tới chi phí.", "Chưa ai đọc {}.", "Không có gì mới."),
}


def archive():
    """Documents with numbers, in batches, in partitions; by seed."""
    chance = random.Random(20_000)
    names = {lang: [record.name_in(lang) for record in ad.load() if record.KIND != "source" and record.name_in(lang)] for lang in SENTENCES}
    texts = []
    for _ in range(DOCUMENTS):
        lang = chance.choice(["en", "vi"])
        texts.append(" ".join(sentence.format(chance.choice(names[lang])) for sentence in chance.choices(SENTENCES[lang], k=4)))
    size = DOCUMENTS // PARTITIONS // BATCHES
    batches = [
        pa.RecordBatch.from_pydict({"doc": list(range(first, first + size)), "body": texts[first : first + size]})
        for first in range(0, DOCUMENTS, size)
    ]
    return texts, [batches[first : first + BATCHES] for first in range(0, len(batches), BATCHES)]


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
def test_a_local_cluster_finds_what_the_plain_loop_finds(tmp_path):
    texts, partitions = archive()
    assert [len(partitions), sum(batch.num_rows for batches in partitions for batch in batches)] == [PARTITIONS, DOCUMENTS]

    def work(batches):
        return list(ad.mention_batches(batches, "body"))

    cluster = LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None, local_directory=str(tmp_path)
    )
    with cluster, Client(cluster) as client:
        tasks = client.map(work, partitions)
        found = client.gather(tasks)
        assert len(client.who_has(tasks)) == PARTITIONS
    gc.collect()  # sockets of the cluster that it leaves to the collector are closed here, and not in the middle of another test
    table = pa.Table.from_batches([batch for batches in found for batch in batches])

    plain = [
        (doc, row.start, row.end, row.text, row.ref.text if row.ref else None, row.kind, [ref.text for ref in row.candidates])
        for doc, text in enumerate(texts)
        for row in ad.mentions(text)
    ]
    assert list(zip(*(column.to_pylist() for column in table.columns), strict=True)) == plain
    assert len(plain) > DOCUMENTS
