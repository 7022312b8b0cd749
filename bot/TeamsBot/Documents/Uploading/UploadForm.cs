using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Documents.Describing;
using Microsoft.AspNetCore.Http.Features;

namespace AgentHelpdesk.TeamsBot.Documents.Uploading;

/// <summary>The table of uploads as a browser sends it: every field named after its line.</summary>
internal sealed class UploadForm
{
    public const string IdField = "id";
    public const string ReplacesField = "replaces";
    public const string AdoptField = "adopt";
    public const string CheckedField = "checked";
    public const string TryField = "try";
    public const string DiscardField = "discard";

    /// <summary>The value of <see cref="DiscardField"/> that puts all settled lines away.</summary>
    public const string AllSettled = "settled";

    // A full table with every field at its longest.
    private const int MostBytes = 4 << 20;
    private const int MostFields = InboxView.MostRows * 16;

    private readonly IFormCollection _form;

    private UploadForm(IFormCollection form) => _form = form;

    /// <summary>The lines sent, those that no upload has left out.</summary>
    public IEnumerable<UploadId> Ids => _form[IdField].Select(text => UploadId.TryParse(text, out var id) ? id : (UploadId?)null).OfType<UploadId>().Distinct();

    public string Question => _form["question"].ToString();

    public string Date => _form["date"].ToString();

    public string Try => _form[TryField].ToString();

    public IEnumerable<string> Discard => _form[DiscardField].OfType<string>();

    /// <exception cref="BadHttpRequestException">It is no form, or larger than a full table.</exception>
    public static async Task<UploadForm> OfAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            throw new BadHttpRequestException("The table of uploads comes as a form.", StatusCodes.Status415UnsupportedMediaType);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostBytes;
        try
        {
            return new(await context.Request.ReadFormAsync(new FormOptions { ValueCountLimit = MostFields, ValueLengthLimit = 1 << 16 }, context.RequestAborted));
        }
        catch (InvalidDataException exception)
        {
            throw new BadHttpRequestException("The table of uploads has more or longer fields than any.", StatusCodes.Status413PayloadTooLarge, exception);
        }
    }

    /// <summary>What was typed in the line of an upload; null when it was not sent.</summary>
    public TypedRow? Of(UploadId id) => !_form.ContainsKey($"{DescriptionFields.TitleField}.{id}")
        ? null
        : new(
            DescriptionFields.Of(_form, $".{id}"),
            Printable.Line(_form[$"{ReplacesField}.{id}"].ToString()).Trim(),
            Printable.Line(_form[$"{AdoptField}.{id}"].FirstOrDefault() ?? "").Trim(),
            _form[$"{CheckedField}.{id}"] == "1");
}

/// <param name="Fields">The description.</param>
/// <param name="Replaces">The document it is a new revision of, by identity, number or title; empty: a document of its own.</param>
/// <param name="Adopted">The identity of the proposed document that was ticked; empty: none.</param>
/// <param name="IsChecked">The warnings were looked at.</param>
internal sealed record TypedRow(DescriptionFields Fields, string Replaces, string Adopted, bool IsChecked);
