using AgentHelpdesk.Knowledge.Documents;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>Takes an upload's bytes into memory, once: what is hashed is what is read and what is kept.</summary>
internal sealed class UploadReceiver(IdentityRules identities, IOptions<UploadOptions> options)
{
    public async Task<ReadUpload> TakeAsync(Upload upload, IngestSettings settings, CancellationToken cancellationToken)
    {
        if (upload.Problem is { } problem)
            return Refusals.Of(upload, RefusalReason.BadMetadata, problem.Value);
        byte[] content;
        try
        {
            await using var stream = upload.Open();
            var limit = (long)options.Value.MaxFileMebibytes << 20;
            if (await ReadAsync(stream, limit, cancellationToken) is not { } bytes)
                return Refusals.Of(upload, RefusalReason.TooLarge, $"{options.Value.MaxFileMebibytes}");
            content = bytes;
        }
        catch (FileNotFoundException)
        {
            return Refusals.Of(upload, RefusalReason.NotFound, "");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refusals.Of(upload, RefusalReason.NotReadable, exception.Message);
        }

        var hash = ContentHash.Of(content);
        return await identities.DecideAsync(upload, hash, settings, cancellationToken) switch
        {
            Identity.Barred(var reason, var detail) => Refusals.Of(upload, reason, detail),
            Identity.Unknown unknown => new ReadUpload.Received(upload, hash, content, unknown.Document),
            _ => new ReadUpload.Recognised(upload, hash),
        };
    }

    // Null above the limit, found out without reading on: a stream may not tell its length, or lie.
    private static async Task<byte[]?> ReadAsync(Stream stream, long limit, CancellationToken cancellationToken)
    {
        if (stream.CanSeek && stream.Length > limit)
            return null;
        using var bytes = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
        var buffer = new byte[1 << 16];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + count > limit)
                return null;
            await bytes.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray();
    }
}
