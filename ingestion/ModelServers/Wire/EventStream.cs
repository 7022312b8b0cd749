using System.Text;
using System.Text.Json;

namespace AgentHelpdesk.ModelServers.Wire;

/// <summary>
/// A stream of events, passed on line by line. The makers' client takes an error in the middle of a stream for its end; here it is one.
/// </summary>
internal sealed class EventStream(Stream inner, string key) : Stream
{
    private const int MaxLine = 4 * 1024 * 1024;

    private readonly byte[] _read = new byte[8192];
    private readonly MemoryStream _line = new();
    private int _at;
    private int _end;
    private byte[] _ready = [];
    private int _given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_given == _ready.Length)
        {
            _ready = await LineAsync(cancellationToken);
            _given = 0;
            ThrowIfError(_ready);
        }

        var count = Math.Min(buffer.Length, _ready.Length - _given);
        _ready.AsMemory(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    // With its end; nothing at the end of the stream.
    private async ValueTask<byte[]> LineAsync(CancellationToken cancellationToken)
    {
        _line.SetLength(0);
        while (true)
        {
            if (_at == _end)
            {
                _at = 0;
                _end = await inner.ReadAsync(_read, cancellationToken);
                if (_end == 0)
                    return _line.ToArray();
            }

            var feed = Array.IndexOf(_read, (byte)'\n', _at, _end - _at);
            var until = feed < 0 ? _end : feed + 1;
            await _line.WriteAsync(_read.AsMemory(_at, until - _at), cancellationToken);
            _at = until;
            if (feed >= 0)
                return _line.ToArray();
            if (_line.Length > MaxLine)
                throw new InvalidDataException($"The model server sent an event longer than {MaxLine} bytes.");
        }
    }

    private void ThrowIfError(byte[] line)
    {
        if (line.AsSpan().IndexOf("error"u8) < 0)
            return;
        var text = Encoding.UTF8.GetString(line).TrimEnd();
        var isError = text.StartsWith("error:", StringComparison.Ordinal);
        if (!isError && !text.StartsWith("data:", StringComparison.Ordinal))
            return;
        try
        {
            using var document = JsonDocument.Parse(text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            var root = document.RootElement;
            if (root.ValueKind is not JsonValueKind.Object || root.TryGetProperty("choices", out _))
                return;
            if (isError || root.TryGetProperty("error", out _) || (root.TryGetProperty("object", out var kind) && kind.ValueKind is JsonValueKind.String && kind.ValueEquals("error")))
                throw WithItsStatus(ServerFault.Read(500, root, key)).ToException();
        }
        catch (JsonException)
        {
            // Left to the reader of events, which says that it can't be read.
        }
    }

    private static ServerFault WithItsStatus(ServerFault fault) => int.TryParse(fault.Code, out var code) && code is >= 400 and < 600 ? fault with { Status = code } : fault;
}
