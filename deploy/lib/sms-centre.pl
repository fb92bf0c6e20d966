#!/usr/bin/perl
# An operator's SMS centre for deploy/drill/smsc, spoken by Debian's Net::SMPP: one or two lines a client, receipts
# that wait until they are confirmed, and a journal by which a restarted centre knows what it had taken.
#   sms-centre.pl PORT PASSWORD JOURNAL
# The last two digits of a number tell how it fares: 11 is nobody's, 58 is throttled the first time, 77 never
# switches on, 99 is taken and the line cut before the answer; the others get their SMS.
use strict;
use warnings;
use Encode qw(decode encode);
use IO::Handle;
use IO::Select;
use Net::SMPP;

my ($port, $password, $journal) = @ARGV;
my (%waiting, %told, %throttled, %receives);
my $last = 0;

if (open my $old, '<', $journal) {
  while (<$old>) {
    my ($what, $id, $number, $owed) = split;
    $last = $id if $what eq 'TAKEN';
    $waiting{$id} = $number if $what eq 'TAKEN' && $owed;
    delete $waiting{$id} if $what eq 'TOLD';
  }
}
open my $book, '>>', $journal or die "$journal: $!";
$book->autoflush(1);
sub note { print $book join(' ', @_), "\n" }

$SIG{PIPE} = 'IGNORE';
my $door = Net::SMPP->new_listen('127.0.0.1', port => $port, smpp_version => 0x34, timeout => 5)
  or die "port $port: $!";
my $lines = IO::Select->new($door);

sub drop {
  my ($line) = @_;
  $lines->remove($line);
  %told = () if delete $receives{$line};
  $line->close;
}

sub tell_receipts {
  my ($line) = values %receives or return;
  my %asked = reverse %told;
  for my $id (grep { !$asked{$_} } sort { $a <=> $b } keys %waiting) {
    my $state = $waiting{$id} =~ /77$/ ? 'UNDELIV' : 'DELIVRD';
    my $text = sprintf 'id:%010d sub:001 dlvrd:%03d submit date:2611211200 done date:2611211201 stat:%s err:000 text:',
      $id, $state eq 'DELIVRD', $state;
    # an odd message is named by parameters as well, in the form of the answer
    my @named = $id % 2 ? (receipted_message_id => sprintf("%X\0", $id), message_state => $state eq 'DELIVRD' ? "\2" : "\5") : ();
    my $asked = $line->deliver_sm(async => 1, source_addr => $waiting{$id}, destination_addr => 'Profbilet',
      esm_class => 0x04, short_message => $text, @named);
    $told{$asked} = $id;
  }
}

sub let_in {
  my ($line, $pdu, $answer, $receiving) = @_;
  my $known = $pdu->{password} eq $password;
  note($known ? 'BOUND' : 'LOCKED_OUT', $pdu->{system_id});
  $line->$answer(seq => $pdu->{seq}, system_id => 'centre', status => $known ? 0 : 0x0E);
  $receives{$line} = $line if $known && $receiving;
}

sub submit {
  my ($line, $pdu) = @_;
  my $number = $pdu->{destination_addr};
  my $refusal = $number =~ /11$/ ? 0x0B : $number =~ /58$/ && !$throttled{$number}++ ? 0x58 : 0;
  if ($refusal) {
    note('REFUSED', $number, $refusal);
    return $line->submit_sm_resp(seq => $pdu->{seq}, message_id => '', status => $refusal);
  }
  my $id = ++$last;
  my $owed = $pdu->{registered_delivery} & 1;
  my ($header, $body) = $pdu->{esm_class} & 0x40 ? unpack('C/a a*', $pdu->{short_message}) : ('', $pdu->{short_message});
  my $text = decode($pdu->{data_coding} == 8 ? 'UTF-16BE' : 'gsm0338', $body);
  note('TAKEN', $id, $number, $owed, $pdu->{source_addr}, unpack('H*', $header) || '-', encode('UTF-8', $text));
  $waiting{$id} = $number if $owed;
  return drop($line) if $number =~ /99$/;
  $line->submit_sm_resp(seq => $pdu->{seq}, message_id => sprintf '%X', $id);
}

sub confirmed {
  my ($pdu) = @_;
  my $id = delete $told{$pdu->{seq}} or return;
  return if $pdu->{status};
  delete $waiting{$id};
  note('TOLD', $id);
}

my %meaning = (
  0x00000001 => sub { let_in(@_, 'bind_receiver_resp', 1) },
  0x00000002 => sub { let_in(@_, 'bind_transmitter_resp', 0) },
  0x00000009 => sub { let_in(@_, 'bind_transceiver_resp', 1) },
  0x00000004 => \&submit,
  0x80000005 => sub { confirmed($_[1]) },
  0x00000015 => sub { $_[0]->enquire_link_resp(seq => $_[1]->{seq}) },
  0x00000006 => sub { $_[0]->unbind_resp(seq => $_[1]->{seq}); drop($_[0]) },
);

while (1) {
  for my $ready ($lines->can_read(0.1)) {
    if ($ready == $door) {
      $lines->add($door->accept // next);
    } elsif (my $pdu = $ready->read_pdu) {
      ($meaning{$pdu->{cmd}} // sub { })->($ready, $pdu);
    } else {
      drop($ready);
    }
  }
  tell_receipts();
}
