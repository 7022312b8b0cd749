namespace AgentHelpdesk.TeamsBot.Starting;

/// <summary>Where the host listens: <c>--urls</c>, else what the environment sets in .NET's own ways, else port 3978 of this machine alone.</summary>
internal static class ListeningAddress
{
    public const string Default = "http://localhost:3978";

    /// <returns>The addresses, for messages.</returns>
    /// <exception cref="AddressException">One is no http address.</exception>
    public static string Use(WebApplicationBuilder builder, string? option)
    {
        var configured = builder.Configuration["urls"];
        if (option is null && configured is null && (builder.Configuration["http_ports"] ?? builder.Configuration["https_ports"]) is { } ports)
            return ports;

        var addresses = option ?? configured ?? Default;
        foreach (var address in addresses.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // "+" and "*" are .NET's words for every address of the machine.
            var parsable = address.Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal);
            if (!Uri.TryCreate(parsable, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.AbsolutePath != "/")
                throw new AddressException(address);
        }

        builder.WebHost.UseUrls(addresses);
        return addresses;
    }
}

/// <summary>An address to listen on that can't be read.</summary>
internal sealed class AddressException(string address) : Exception($"'{address}' is no address to listen on.")
{
    public string Address { get; } = address;
}
