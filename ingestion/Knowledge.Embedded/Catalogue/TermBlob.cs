using System.Buffers.Binary;
using System.Collections.Immutable;

namespace AgentHelpdesk.Knowledge.Embedded.Catalogue;

/// <summary>
/// The distinct terms of a chunk, kept so that document frequencies are taken back exactly as they were added, whatever analyser
/// the program has by then.
/// </summary>
internal static class TermBlob
{
    public static byte[] Write(ImmutableArray<uint> ascending)
    {
        var blob = new BlobWriter();
        long before = 0;
        foreach (var term in ascending)
        {
            blob.Number(term - before);
            before = term;
        }

        return blob.ToArray();
    }

    /// <summary>Numbers in any order.</summary>
    public static byte[] WriteNumbers(ImmutableArray<uint> numbers)
    {
        var bytes = new byte[numbers.Length * sizeof(uint)];
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), numbers[i]);
        return bytes;
    }

    public static IEnumerable<uint> ReadNumbers(byte[] bytes) =>
        Enumerable.Range(0, bytes.Length / sizeof(uint)).Select(i => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint))));

    public static List<uint> Read(byte[] bytes)
    {
        var blob = new BlobReader(bytes);
        var terms = new List<uint>();
        long term = 0;
        while (!blob.IsAtEnd)
        {
            term += blob.Number();
            terms.Add((uint)term);
        }

        return terms;
    }
}
