using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace AgentHelpdesk.Knowledge.Text;

/// <summary>
/// The number of a term in sparse vectors: murmur3 (32 bits, seed 0) of its UTF-8 bytes, read as a signed number, made positive.
/// The rule of Qdrant's own "qdrant/bm25" model, so that vectors are interchangeable with a server's.
/// </summary>
public static class TermId
{
    public static uint Of(string term)
    {
        Span<byte> bytes = term.Length <= 64 ? stackalloc byte[64 * 3] : new byte[Encoding.UTF8.GetMaxByteCount(term.Length)];
        return unchecked((uint)Math.Abs((long)(int)Murmur3(bytes[..Encoding.UTF8.GetBytes(term, bytes)])));
    }

    internal static uint Murmur3(ReadOnlySpan<byte> bytes)
    {
        // Austin Appleby's MurmurHash3_x86_32; the multipliers are its published constants.
        const uint c1 = 0xcc9e2d51, c2 = 0x1b873593;
        uint hash = 0;
        var blocks = bytes.Length / 4;
        for (var i = 0; i < blocks; i++)
        {
            hash ^= BitOperations.RotateLeft(BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * 4)..]) * c1, 15) * c2;
            hash = (BitOperations.RotateLeft(hash, 13) * 5) + 0xe6546b64;
        }

        uint tail = 0;
        for (var i = bytes.Length - 1; i >= blocks * 4; i--)
            tail = (tail << 8) | bytes[i];
        if (bytes.Length % 4 != 0)
            hash ^= BitOperations.RotateLeft(tail * c1, 15) * c2;
        hash ^= (uint)bytes.Length;
        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }
}
