using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AgentHelpdesk.BotProtocol.Sending;

namespace AgentHelpdesk.BotProtocol.Tokens;

/// <summary>What the roster said of people within the hour, under hashes whose key dies with the process: it can't be told who they are.</summary>
internal sealed class KnownMembers(TimeProvider time)
{
    public const int Most = 20_000;

    public static readonly TimeSpan KnownFor = TimeSpan.FromHours(1);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Lock _gate = new();
    private readonly Dictionary<UInt128, (Membership Membership, long At)> _members = [];
    private readonly Queue<(UInt128 Name, long At)> _order = new();

    public Membership? Find(ReplyAddress address)
    {
        var name = Name(address);
        lock (_gate)
            return _members.TryGetValue(name, out var known) && time.GetElapsedTime(known.At) < KnownFor ? known.Membership : null;
    }

    public void Keep(ReplyAddress address, Membership membership)
    {
        var name = Name(address);
        lock (_gate)
        {
            var now = time.GetTimestamp();
            _members[name] = (membership, now);
            _order.Enqueue((name, now));

            // One kept again meanwhile has a later place in the order.
            while (_order.TryPeek(out var oldest) && (_order.Count > Most || time.GetElapsedTime(oldest.At) >= KnownFor))
            {
                _order.Dequeue();
                if (_members.TryGetValue(oldest.Name, out var known) && known.At == oldest.At)
                    _members.Remove(oldest.Name);
            }
        }
    }

    // The channel names a person to this bot in the same way in every conversation.
    private UInt128 Name(ReplyAddress address) =>
        BinaryPrimitives.ReadUInt128LittleEndian(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{address.ChannelId}\n{address.TenantId}\n{address.UserId}")));
}
