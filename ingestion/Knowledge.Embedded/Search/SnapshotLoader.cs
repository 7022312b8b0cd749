using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded.Search;

/// <summary>Reads the index's rows into snapshots. The connection's open transaction makes several reads one state.</summary>
internal static class SnapshotLoader
{
    public static async Task<IndexSnapshot> LoadWholeAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var building = new List<Task<SegmentView>>();
        var entries = new List<StoredEntry>();
        foreach (var entry in ReadAll(connection))
        {
            cancellationToken.ThrowIfCancellationRequested();
            entries.Add(entry);
            if (entries.Count < IndexSegment.MostEntries)
                continue;
            building.Add(BuildAsync(entries));
            entries = [];
        }

        if (entries.Count > 0)
            building.Add(BuildAsync(entries));
        return new() { Segments = [.. await Task.WhenAll(building)] };
    }

    /// <summary>What changed after <paramref name="change"/>: new entries as segments of their own, new ends as new views.</summary>
    public static IndexSnapshot Follow(SqliteConnection connection, IndexSnapshot before, long change)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var staged = connection.Rows(
            $"SELECT {EntryRow.Columns} FROM index_entry WHERE changed > $change AND staged > $change", row => EntryRow.Read(row, known), ("$change", change));
        var ends = connection.Rows(
            "SELECT id, shown_until FROM index_entry WHERE changed > $change AND staged <= $change",
            row => (Id: row.GetInt64(0), Until: row.IsDBNull(1) ? StoredEntry.NeverEnds : row.GetInt64(1)),
            ("$change", change)).ToDictionary(end => end.Id, end => end.Until);
        foreach (var id in connection.Rows("SELECT id FROM index_removal WHERE changed > $change", row => row.GetInt64(0), ("$change", change)))
            ends[id] = SegmentView.RemovedMark;
        // What is staged again replaces what stood under its id.
        foreach (var entry in staged)
            ends[entry.Id] = SegmentView.RemovedMark;

        var segments = ends.Count == 0 ? before.Segments : [.. before.Segments.Select(view => view.WithEnds(ends))];
        var added = staged.Chunk(IndexSegment.MostEntries).Select(entries => View(entries));
        return new() { Segments = SegmentMerging.Tidy(segments.AddRange(added)) };
    }

    private static IEnumerable<StoredEntry> ReadAll(SqliteConnection connection)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        using var command = connection.Prepared($"SELECT {EntryRow.Columns} FROM index_entry");
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return EntryRow.Read(reader, known);
    }

    // Inverting a full segment takes as long as reading it: the next rows are read meanwhile.
    private static Task<SegmentView> BuildAsync(List<StoredEntry> entries) => Task.Run(() => View(entries));

    private static SegmentView View(IReadOnlyList<StoredEntry> entries) =>
        new(SegmentBuilder.Build(entries), [.. entries.Select(entry => entry.ShownUntil)]);
}
