using System.Net.Sockets;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.TeamsBot.Links;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Settings;
using Microsoft.AspNetCore.Connections;

namespace AgentHelpdesk.TeamsBot.Starting;

/// <summary>What keeps the helpdesk from starting, in one sentence with the value and one with the remedy; a defect is not among them.</summary>
internal static class StartFailure
{
    /// <returns>Null for an exception that nobody can mend by a setting: a defect, to be seen whole.</returns>
    public static string? Say(Exception exception, string address, Messages messages) => exception switch
    {
        DataFolderException fault => messages.DataFolderFault(fault),
        StoreUnavailableException => messages.StoreUnavailable(exception.Message),
        LinkKeyException key => messages.LinkKeyUnreadable(key.Path),
        SettingsException settings => string.Join('\n', settings.Problems.Select(messages.BadSetting)),
        AddressInUseException or IOException { InnerException: AddressInUseException } => messages.AddressTaken(address),
        SocketException => messages.AddressRefused(address, exception.Message),
        IOException { InnerException: SocketException socket } => messages.AddressRefused(address, socket.Message),
        AddressException unreadable => messages.AddressUnreadable(unreadable.Address),
        _ => null,
    };
}
