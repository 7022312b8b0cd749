using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded;

namespace AgentHelpdesk.TeamsBot.Keeping.Records;

/// <summary>The words of documents in records. A purge must reach them: what it erases is quoted nowhere.</summary>
internal sealed class RecordedWords(LocalDatabase database, ICatalogueReader catalogue)
{
    /// <summary>Erases what was written in turns that quote, or showed a model, a document purged since; the rest of the record stays.</summary>
    public async Task ErasePurgedAsync(CancellationToken cancellationToken)
    {
        foreach (var revision in database.Read(statements => statements.Rows("SELECT DISTINCT revision FROM record_source", row => row.Text(0))))
        {
            if (RevisionId.TryParse(revision, out var id) && await catalogue.FindRevisionAsync(id, cancellationToken) is { Status: RevisionStatus.Purged })
                Erase(revision);
        }
    }

    private void Erase(string revision) => database.Write(
        statements =>
        {
            // One after the other: a year of records does not fit in memory.
            var keys = statements.Rows("SELECT record FROM record_source WHERE revision = $revision", row => row.Number(0), ("$revision", revision));
            foreach (var key in keys)
                Erase(statements, key);
            return keys.Count;
        },
        emptiesLog: true);

    private static void Erase(LocalStatements statements, long key)
    {
        var document = statements.Rows("SELECT document FROM turn_record WHERE key = $key", row => row.Text(0), ("$key", key)).Single();
        if (TurnRecordJson.Read(document) is not { } record)
        {
            // Of another program, which alone knows where the words are.
            statements.Execute("DELETE FROM turn_record WHERE key = $key", ("$key", key));
            return;
        }

        statements.Execute("UPDATE turn_record SET document = $document WHERE key = $key", ("$document", TurnRecordJson.Of(record.WithoutWords())), ("$key", key));
        statements.Execute("DELETE FROM record_source WHERE record = $key", ("$key", key));
    }
}
