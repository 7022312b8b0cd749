using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>What may be said beside the documents' own words (<c>Contacts:*</c>).</summary>
public sealed class ContactOptions
{
    public const string Section = "Contacts";

    /// <summary>
    /// Phone numbers, web addresses and mails that an answer may give although no cited passage holds them, separated by semicolons
    /// ("3230; 01 23 45 67 89; https://www.caf.example; aide@caf.example"). Default empty: none.
    /// </summary>
    [CustomValidation(typeof(ContactOptions), nameof(AreContacts))]
    public string Official { get; set; } = "";

    public ImmutableArray<string> All => [.. Official.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Each is a phone number, a web address or a mail; else the message names the first that is none.</summary>
    public static ValidationResult? AreContacts(string value) =>
        new ContactOptions { Official = value }.All.FirstOrDefault(contact => !IsContact(contact)) is { } other
            ? new($"'{other}' is no phone number, web address or mail; separate them by semicolons")
            : ValidationResult.Success;

    private static bool IsContact(string contact) => IsPhone(contact) || IsMail(contact) || IsAddress(contact);

    /// <summary>Short numbers have three digits ("115"), those from abroad up to fifteen.</summary>
    private static bool IsPhone(string contact) =>
        contact.Count(char.IsAsciiDigit) is >= 3 and <= 15 && contact.All(character => char.IsAsciiDigit(character) || character is ' ' or '\u00a0' or '.' or '-' or '+' or '(' or ')');

    private static bool IsMail(string contact) =>
        !contact.Any(char.IsWhiteSpace) && contact.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == contact.LastIndexOf('@') && IsHost(contact[(at + 1)..]);

    private static bool IsAddress(string contact) =>
        !contact.Any(char.IsWhiteSpace) && !contact.Contains('@', StringComparison.Ordinal)
        && Uri.TryCreate(contact.Contains("://", StringComparison.Ordinal) ? contact : $"https://{contact}", UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https" && IsHost(address.Host);

    private static bool IsHost(string host) => host.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(host) is UriHostNameType.Dns && !host.EndsWith('.');
}
