"""The same functions in the engines that people run: the examples of the guide, run for real."""

import shutil
import subprocess
import sys
from pathlib import Path
from runpy import run_path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newsschema.arrow import QUOTES, flatten, read

EXAMPLES = Path(__file__).parents[2] / "examples" / "engines"
pytestmark = pytest.mark.filterwarnings("ignore")  # what an engine warns of is not ours


@pytest.fixture
def spark():
    """PySpark; like the other engines, asked for before the stories are made, which takes a while."""
    if shutil.which("java") is None:
        pytest.skip("Java is not installed")
    return pytest.importorskip("pyspark.sql", reason="PySpark is not installed")


@pytest.fixture
def ray():
    """Ray."""
    return pytest.importorskip("ray", reason="Ray is not installed")


@pytest.fixture
def distributed():
    """Dask with its workers."""
    pytest.importorskip("dask", reason="Dask is not installed")
    return pytest.importorskip("distributed", reason="Dask's distributed is not installed")


@pytest.fixture
def wire(make_lines):
    """Many stories as JSON lines, and in the middle a line that is none."""
    lines = make_lines(2000)
    half = lines.read_bytes().splitlines(keepends=True)
    lines.write_bytes(b"".join([*half[:1000], b"{}\n", *half[1000:]]))
    return lines


@pytest.fixture
def expected(wire):
    """What the same functions give in a plain loop."""
    return told(flatten(read(pa.table({"document": wire.read_text("utf-8").splitlines()}))))


def told(quotes: pa.Table) -> list[dict[str, object]]:
    """The rows, in an order that does not depend on the engine's."""
    rows = quotes.select(QUOTES.names).to_pylist()
    return sorted(rows, key=lambda row: (row["article"] or "", row["quote"] or ""))


def test_in_plain_processes(wire, expected, tmp_path):
    """Functions and batches can be sent to other processes."""
    subprocess.run([sys.executable, EXAMPLES / "processes.py", wire, tmp_path / "out.parquet"], check=True)
    found = told(pq.read_table(tmp_path / "out.parquet"))
    assert expected == found
    assert len(found) == 4001


@pytest.mark.spark
def test_in_spark(spark, wire, expected, tmp_path, monkeypatch):
    """With two executors of their own, Spark gives the rows of a plain loop, the faulty one with its faults."""
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    builder = spark.SparkSession.builder.master("local-cluster[2,1,1024]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.files.maxPartitionBytes", wire.stat().st_size // 4).getOrCreate()
    try:
        run_path(str(EXAMPLES / "spark.py"))["main"](session, str(wire), str(tmp_path / "out"))
        assert session.read.parquet(str(tmp_path / "out")).count() == len(expected)
    finally:
        session.stop()
    assert told(pq.read_table(tmp_path / "out")) == expected


@pytest.mark.ray
def test_in_ray(ray, wire, expected, tmp_path):
    """With two workers, Ray gives the rows of a plain loop, the faulty one with its faults."""
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    try:
        run_path(str(EXAMPLES / "on_ray.py"))["main"](str(wire), str(tmp_path / "out"))
    finally:
        ray.shutdown()
    assert told(pq.read_table(tmp_path / "out")) == expected


@pytest.mark.dask
def test_in_dask(distributed, wire, expected, tmp_path):
    """With two workers, Dask gives the rows of a plain loop, the faulty one with its faults."""
    with distributed.Client(n_workers=2, threads_per_worker=1, dashboard_address=None) as client:
        run_path(str(EXAMPLES / "on_dask.py"))["main"](client, str(wire), str(tmp_path / "out"))
    assert told(pq.read_table(tmp_path / "out")) == expected
