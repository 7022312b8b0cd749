using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace AgentHelpdesk.EndToEnd.Pages;

/// <summary>Stands where the network would begin: a proxy that lets nothing through and remembers who was asked for.</summary>
internal sealed class OutsideWorld : IDisposable
{
    // What Chromium asks of its maker on its own account (form recognition, updates). A page's request there is seen as a request of the page.
    private static readonly string[] BrowsersOwn = [".googleapis.com", ".google.com", ".gvt1.com"];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _asked = new();

    public OutsideWorld()
    {
        _listener.Start();
        _ = ListenAsync();
    }

    public string Address => $"http://{_listener.LocalEndpoint}";

    /// <summary>The first line of each request that would have left this machine.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    public void Dispose() => _listener.Dispose();

    private async Task ListenAsync()
    {
        try
        {
            while (true)
                _ = RefuseAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task RefuseAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream);
                if (await reader.ReadLineAsync() is { } request && !IsBrowsersOwn(request))
                    _asked.Enqueue(request);
                await stream.WriteAsync("HTTP/1.1 502 Nothing Outside\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
            }
        }
        catch (IOException)
        {
            // The browser did not wait for the refusal.
        }
    }

    private static bool IsBrowsersOwn(string request) =>
        request.Split(' ') is [var method, var target, ..]
        && Uri.TryCreate(method == "CONNECT" ? $"https://{target}" : target, UriKind.Absolute, out var asked)
        && BrowsersOwn.Any(own => asked.Host.EndsWith(own, StringComparison.Ordinal));
}
