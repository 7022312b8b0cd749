using System.ClientModel.Primitives;

namespace AgentHelpdesk.ModelServers;

internal static class BoundedBody
{
    /// <exception cref="InvalidDataException">The answer is longer than what was asked for can be.</exception>
    public static async Task<byte[]> ReadAsync(PipelineResponse response, long longest, CancellationToken cancellationToken)
    {
        if (response.ContentStream is not { } stream)
            return [];
        using var body = new MemoryStream();
        var buffer = new byte[81_920];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > longest)
                throw new InvalidDataException($"The server's answer is longer than {longest} bytes.");
            await body.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return body.ToArray();
    }
}
