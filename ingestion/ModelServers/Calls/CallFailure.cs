using System.ClientModel;
using System.Net;
using AgentHelpdesk.ModelServers.Wire;
using Azure.Identity;

namespace AgentHelpdesk.ModelServers.Calls;

/// <summary>The makers' exceptions as .NET's own.</summary>
internal static class CallFailure
{
    /// <param name="exception">As it came.</param>
    /// <param name="hasAnswered">Some of the answer had come.</param>
    public static Exception Of(Exception exception, bool hasAnswered)
    {
        var causes = Causes(exception).ToList();
        if (causes.OfType<ModelServerException>().FirstOrDefault() is { } refused)
            return refused;
        if (causes.OfType<InvalidDataException>().FirstOrDefault() is { } unreadable)
            return unreadable;
        if (causes.OfType<AuthenticationFailedException>().FirstOrDefault() is { } denied)
            return new HttpRequestException($"No token of an Entra identity could be had ({denied.GetType().Name}).", denied, HttpStatusCode.Unauthorized);
        if (causes.Exists(cause => cause is HttpRequestException or IOException or OperationCanceledException or TimeoutException))
            return hasAnswered
                ? new InvalidDataException("The connection to the model server broke in the middle of the answer.", exception)
                : new HttpRequestException($"The model server could not be reached ({Reason(causes)}).", exception);
        if (causes.OfType<ClientResultException>().FirstOrDefault(cause => cause.Status > 0) is { } other)
            return new HttpRequestException($"The model server answered {other.Status}.", other, (HttpStatusCode)other.Status);

        // What is left is what the makers' readers throw at an answer of another form: JsonException, InvalidOperationException, ArgumentException…
        return new InvalidDataException("The model server's answer could not be read.", exception);
    }

    private static string Reason(List<Exception> causes) => causes.OfType<HttpRequestException>().FirstOrDefault() is { HttpRequestError: not HttpRequestError.Unknown } request
        ? request.HttpRequestError.ToString()
        : causes[^1].GetType().Name;

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
