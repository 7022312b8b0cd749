using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded.Catalogue;

/// <summary>Adds up what a publication changes in the document frequencies, so that each term is written once.</summary>
internal sealed class FrequencyChanges
{
    private readonly Dictionary<uint, long> _changes = [];

    public void Count(byte[] terms, int sign)
    {
        foreach (var term in TermBlob.Read(terms))
            _changes[term] = _changes.GetValueOrDefault(term) + sign;
    }

    public void Write(SqliteConnection connection)
    {
        using var add = connection.Prepared(
            "INSERT INTO term VALUES ($id, $change) ON CONFLICT (id) DO UPDATE SET frequency = frequency + excluded.frequency");
        using var clean = connection.Prepared("DELETE FROM term WHERE id = $id AND frequency = 0");
        var (id, change) = (add.Parameters.Add("$id", SqliteType.Integer), add.Parameters.Add("$change", SqliteType.Integer));
        var cleanId = clean.Parameters.Add("$id", SqliteType.Integer);
        foreach (var (term, difference) in _changes.Where(pair => pair.Value != 0).OrderBy(pair => pair.Key))
        {
            (id.Value, change.Value) = ((long)term, difference);
            add.ExecuteNonQuery();
            if (difference > 0)
                continue;
            cleanId.Value = (long)term;
            clean.ExecuteNonQuery();
        }
    }
}
