using System.Text;

namespace AgentHelpdesk.Knowledge.Embedded.Catalogue;

/// <summary>Writes small numbers in few bytes (7 bits a byte, signs folded in), and text with its length in front.</summary>
internal sealed class BlobWriter
{
    private byte[] _bytes = new byte[256];
    private int _length;

    public void Number(long value)
    {
        Reserve(10);
        for (var rest = (ulong)((value << 1) ^ (value >> 63)); ; rest >>= 7)
        {
            if (rest < 0x80)
            {
                _bytes[_length++] = (byte)rest;
                return;
            }

            _bytes[_length++] = (byte)(rest | 0x80);
        }
    }

    public void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Number(length);
        Reserve(length);
        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
    }

    public byte[] ToArray() => _bytes[.._length];

    private void Reserve(int count)
    {
        if (_length + count > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
    }
}
