using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Knowledge.Chunks;

/// <summary>
/// Names one published appearance of a chunk: derived from revision, position and the publication that first shows it, so that
/// staging again after a crash gives the same name. Positive, 63 bits: fits SQLite's row id and Qdrant's numeric point id.
/// </summary>
public readonly record struct ChunkId(long Value)
{
    /// <param name="revision">The revision.</param>
    /// <param name="ordinal">The chunk's position in it.</param>
    /// <param name="shownFrom">The publication that first shows it.</param>
    /// <param name="period">Which of the revision's effective periods this appearance is for, from 0.</param>
    public static ChunkId Of(RevisionId revision, int ordinal, long shownFrom, int period = 0)
    {
        var source = string.Create(CultureInfo.InvariantCulture, $"{revision.Value}\n{ordinal}\n{shownFrom}\n{period}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(source));
        return new(Math.Max(1, BinaryPrimitives.ReadInt64LittleEndian(hash) & long.MaxValue));
    }

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
