using System.Security.Cryptography;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Reading.Pdf;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Documents;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Inbox;

/// <summary>Takes a file in: from the sender straight to the disk, checked on the way, listed once it is whole.</summary>
public sealed class ReceiveUpload
{
    private readonly InboxFolder _folder;
    private readonly InboxShelf _shelf;
    private readonly TimeProvider _time;
    private readonly int _mebibytes;

    internal ReceiveUpload(InboxFolder folder, InboxShelf shelf, TimeProvider time, IOptions<UploadOptions> options) =>
        (_folder, _shelf, _time, _mebibytes) = (folder, shelf, time, options.Value.MaxFileMebibytes);

    /// <param name="name">What the sender calls the file.</param>
    /// <param name="body">Its bytes; read no further than needed to refuse it.</param>
    /// <param name="length">How many bytes were announced; null when nothing was.</param>
    /// <param name="replaces">The document it is handed in as a new revision of; null when nothing was chosen.</param>
    /// <param name="cancellationToken">Leaves nothing behind.</param>
    public async Task<ReceiveOutcome> ReceiveAsync(string name, Stream body, long? length, DocumentId? replaces, CancellationToken cancellationToken)
    {
        var file = UploadName.Clean(name);
        if (length > Limit)
            return new ReceiveOutcome.Refused(file, RefusalReason.TooLarge, $"{_mebibytes}");
        if (length == 0)
            return new ReceiveOutcome.Refused(file, RefusalReason.Empty, "");

        var id = UploadId.Draw();
        var isKept = false;
        try
        {
            var sent = new SentBytes(body);
            if (await CopyAsync(sent, id, file, length, cancellationToken) is { } refused)
                return refused;
            _folder.Keep(id);
            var entry = new InboxEntry
            {
                Id = id,
                FileName = file,
                Bytes = sent.Count,
                Content = sent.Hash(),
                ReceivedAt = _time.GetUtcNow(),
                Replaces = replaces,
            };
            _shelf.Add(entry);
            isKept = true;
            return new ReceiveOutcome.Received(entry);
        }
        catch (SendingFailedException failed)
        {
            return new ReceiveOutcome.Refused(file, RefusalReason.NotReadable, failed.Message);
        }
        catch (IOException exception)
        {
            return new ReceiveOutcome.Refused(file, InboxFolder.IsDiskFull(exception) ? RefusalReason.DiskFull : RefusalReason.NotKept, exception.Message);
        }
        catch (UnauthorizedAccessException exception)
        {
            return new ReceiveOutcome.Refused(file, RefusalReason.NotKept, exception.Message);
        }
        finally
        {
            if (!isKept)
                _folder.Drop(id);
        }
    }

    private long Limit => (long)_mebibytes << 20;

    private async Task<ReceiveOutcome.Refused?> CopyAsync(SentBytes sent, UploadId id, string file, long? length, CancellationToken cancellationToken)
    {
        // What a file is, its first bytes say: a wrong one is refused before anything is written.
        var head = await sent.ReadHeadAsync(FileSignature.HeaderWindow, cancellationToken);
        if (FileSignature.Check(head.Span) is { } problem)
            return new(file, problem.Kind == ReadingProblemKind.Empty ? RefusalReason.Empty : RefusalReason.NotPdf, problem.Kind == ReadingProblemKind.Empty ? "" : problem.Detail);

        await using var copy = _folder.Create(id);
        for (var piece = head; !piece.IsEmpty; piece = await sent.ReadAsync(cancellationToken))
        {
            if (sent.Count > Limit)
                return new(file, RefusalReason.TooLarge, $"{_mebibytes}");
            await copy.WriteAsync(piece, cancellationToken);
        }

        if (length is { } announced && announced != sent.Count)
            return new(file, RefusalReason.NotReadable, $"{sent.Count} / {announced}");
        copy.Flush(flushToDisk: true);
        return null;
    }

    /// <summary>The sender's side: hashes and counts what it gives, and tells its own faults from those of the disk.</summary>
    private sealed class SentBytes(Stream body)
    {
        private readonly IncrementalHash _sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly byte[] _buffer = new byte[1 << 16];

        public long Count { get; private set; }

        public ContentHash Hash() => ContentHash.Parse(Convert.ToHexStringLower(_sha.GetHashAndReset()));

        public async Task<ReadOnlyMemory<byte>> ReadHeadAsync(int wanted, CancellationToken cancellationToken)
        {
            var filled = 0;
            for (var count = 1; count > 0 && filled < wanted; filled += count)
                count = await ReadAsync(_buffer.AsMemory(filled), cancellationToken);
            return _buffer.AsMemory(0, filled);
        }

        /// <summary>Empty at the end; valid until the next call.</summary>
        public async Task<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken) =>
            _buffer.AsMemory(0, await ReadAsync(_buffer.AsMemory(), cancellationToken));

        private async Task<int> ReadAsync(Memory<byte> into, CancellationToken cancellationToken)
        {
            try
            {
                var count = await body.ReadAsync(into, cancellationToken);
                _sha.AppendData(into.Span[..count]);
                Count += count;
                return count;
            }
            catch (IOException exception)
            {
                throw new SendingFailedException(exception);
            }
        }
    }

    /// <summary>The sender broke off.</summary>
    private sealed class SendingFailedException(IOException cause) : Exception(cause.Message, cause);
}
